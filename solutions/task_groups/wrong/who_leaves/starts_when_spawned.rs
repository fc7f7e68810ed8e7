//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: a thread starts at once, and on several threads a task may as well.

use kit::{Journal, ms};
use tokio::{task::JoinSet, time::sleep};

pub const PREDICTION: &[&str] = &[
    "start 30",
    "start 10",
    "start 20",
    "spawned",
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
