//! # Task groups: no child outlives its parent
//!
//! A `JoinSet` owns the tasks that are spawned into it. It gives their results as they end, it can
//! abort them all, and it aborts them when it is dropped. Each exercise of this lesson is one file
//! here; the way through them stands in `lessons/task_groups/README.md`.

pub mod build_all;
pub mod census;
pub mod crawl;
pub mod nightly;
pub mod release;
pub mod who_leaves;
