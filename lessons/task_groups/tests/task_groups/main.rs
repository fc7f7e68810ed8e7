//! The tests of `task_groups`: one module an exercise. You write `mine`, the others are given.

mod build_all;
mod census;
mod crawl;
mod mine;
mod nightly;
mod release;
mod who_leaves;
