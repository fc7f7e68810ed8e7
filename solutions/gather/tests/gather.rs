//! The lesson's own steps, run against the reference solution.

extern crate gather_solution as gather;

#[path = "../../../lessons/gather/tests/gather/dashboard.rs"]
mod dashboard;
#[path = "../../../lessons/gather/tests/gather/fetch_all.rs"]
mod fetch_all;
#[path = "../../../lessons/gather/tests/gather/first_ok.rs"]
mod first_ok;
#[path = "../../../lessons/gather/tests/gather/harvest.rs"]
mod harvest;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/gather/tests/gather/who_is_first.rs"]
mod who_is_first;
