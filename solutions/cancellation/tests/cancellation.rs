//! The lesson's own steps, run against the reference solution.

extern crate cancellation_solution as cancellation;

#[path = "../../../lessons/cancellation/tests/cancellation/crane.rs"]
mod crane;
#[path = "../../../lessons/cancellation/tests/cancellation/frames.rs"]
mod frames;
#[path = "../../../lessons/cancellation/tests/cancellation/import.rs"]
mod import;
#[path = "../../../lessons/cancellation/tests/cancellation/lease.rs"]
mod lease;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/cancellation/tests/cancellation/record.rs"]
mod record;
#[path = "../../../lessons/cancellation/tests/cancellation/which_branch.rs"]
mod which_branch;
