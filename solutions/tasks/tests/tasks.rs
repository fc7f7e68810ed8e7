//! The lesson's own steps, run against the reference solution.

extern crate tasks_solution as tasks;

#[path = "../../../lessons/tasks/tests/tasks/background.rs"]
mod background;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/tasks/tests/tasks/outcome.rs"]
mod outcome;
#[path = "../../../lessons/tasks/tests/tasks/reports.rs"]
mod reports;
#[path = "../../../lessons/tasks/tests/tasks/search.rs"]
mod search;
#[path = "../../../lessons/tasks/tests/tasks/six_drops.rs"]
mod six_drops;
