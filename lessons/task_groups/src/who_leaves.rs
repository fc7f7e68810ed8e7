//! # Predict: who leaves the group?
//!
//! Three tasks are spawned into a group. The program joins two of them, drops the group, and stays
//! for a while. Read it, do not run it, and write down the lines it notes, from the first to the
//! last. It runs on one thread.
//!
//! - Read: `lessons/task_groups/README.md`, but predict first
//! - Check: `cargo test -p task_groups who_leaves` or `cargo checker run task_groups/who_leaves`
//! - Hint: `cargo checker hint task_groups/who_leaves`
//! - Toolbox: `tokio::task::JoinSet`, `tokio::time::sleep`
//! - Needs: closures, when a value is dropped

use kit::{Journal, ms};
use tokio::{task::JoinSet, time::sleep};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

/// Notes a line at each `mark`.
pub async fn program(journal: &Journal) {
    let mut group = JoinSet::new();
    for n in [30, 10, 20] {
        let journal = journal.clone();
        group.spawn(async move {
            journal.mark(format!("start {n}"));
            sleep(ms(n)).await;
            journal.mark(format!("end {n}"));
            n
        });
    }
    journal.mark("spawned");
    for _ in 0..2 {
        let ended = group.join_next().await.expect("the group has three tasks");
        journal.mark(format!("joined {}", ended.expect("no task panics")));
    }
    drop(group);
    journal.mark("dropped");
    sleep(ms(100)).await;
    journal.mark("late");
}
