//! The reference solutions of the lesson `task_groups`, one file an exercise.

pub mod build_all;
pub mod census;
pub mod crawl;
pub mod nightly;
pub mod release;
pub mod who_leaves;
