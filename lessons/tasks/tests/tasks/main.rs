//! The tests of `tasks`: one module an exercise. You write `mine`, the others are given.

mod background;
mod mine;
mod outcome;
mod reports;
mod search;
mod six_drops;
