//! `who_leaves`, solved: what is still in the group when it is dropped goes no further.
//!
//! - `spawn` puts a task in the queue. On one thread it runs when the program first waits, so
//!   "spawned" comes before every start; the tasks start in the order of their spawning.
//! - `join_next` gives the task that ended first, wherever it stands: 10, then 20.
//! - A dropped `JoinSet` aborts what is in it. The task of 30 ms never notes its end, although the
//!   program stays for 100 ms more. Of a dropped `JoinHandle`, it would have.

use kit::{Journal, ms};
use tokio::{task::JoinSet, time::sleep};

/// What `program` notes.
pub const PREDICTION: &[&str] = &[
    "spawned",
    "start 30",
    "start 10",
    "start 20",
    "end 10",
    "joined 10",
    "end 20",
    "joined 20",
    "dropped",
    "late",
];

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
