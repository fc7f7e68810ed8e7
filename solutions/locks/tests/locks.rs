//! The lesson's own steps, run against the reference solution.

extern crate locks_solution as locks;

#[path = "../../../lessons/locks/tests/locks/dine.rs"]
mod dine;
#[path = "../../../lessons/locks/tests/locks/live.rs"]
mod live;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/locks/tests/locks/token.rs"]
mod token;
#[path = "../../../lessons/locks/tests/locks/transfer.rs"]
mod transfer;
#[path = "../../../lessons/locks/tests/locks/visitors.rs"]
mod visitors;
#[path = "../../../lessons/locks/tests/locks/who_counts.rs"]
mod who_counts;
