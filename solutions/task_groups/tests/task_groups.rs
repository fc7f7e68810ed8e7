//! The lesson's own steps, run against the reference solution.

extern crate task_groups_solution as task_groups;

#[path = "../../../lessons/task_groups/tests/task_groups/build_all.rs"]
mod build_all;
#[path = "../../../lessons/task_groups/tests/task_groups/census.rs"]
mod census;
#[path = "../../../lessons/task_groups/tests/task_groups/crawl.rs"]
mod crawl;
#[path = "mine.rs"]
mod mine;
#[path = "../../../lessons/task_groups/tests/task_groups/nightly.rs"]
mod nightly;
#[path = "../../../lessons/task_groups/tests/task_groups/release.rs"]
mod release;
#[path = "../../../lessons/task_groups/tests/task_groups/who_leaves.rs"]
mod who_leaves;
