//! `endings`, solved: a tracker counts, a token tells, and a runtime that is gone runs nothing.
//!
//! - `wait` of a tracker ends when it is empty *and* closed. Empty alone is not enough, for the next
//!   task might be about to come.
//! - `close` ends nothing and refuses nothing: the task is spawned after it, and runs.
//! - `cancel` sets a flag and wakes whoever waits for it, here through a child token. On one thread
//!   the task stops when the program next waits, so "told to stop" comes first.
//! - What is spawned onto a runtime that was shut down never runs: its handle says "canceled". In
//!   Python the same is an exception, `cannot schedule new futures after shutdown`.

use kit::{Journal, ms};
use tokio::{
    runtime::Builder,
    select,
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// What `program` notes.
pub const PREDICTION: &[&str] = &[
    "waited in vain",
    "task starts",
    "still busy",
    "told to stop",
    "task stops",
    "nobody left",
    "late task was canceled",
];

/// Notes a line at each `mark`.
pub async fn program(journal: &Journal) {
    let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
    if timeout(ms(50), tasks.wait()).await.is_err() {
        journal.mark("waited in vain");
    }
    tasks.close();

    let (token, note) = (stop.child_token(), journal.clone());
    tasks.spawn(async move {
        note.mark("task starts");
        select! {
            () = token.cancelled() => note.mark("task stops"),
            () = sleep(ms(500)) => note.mark("task is done"),
        }
    });
    if timeout(ms(100), tasks.wait()).await.is_err() {
        journal.mark("still busy");
    }
    stop.cancel();
    journal.mark("told to stop");
    tasks.wait().await;
    journal.mark("nobody left");

    let other_runtime = Builder::new_current_thread().build().expect("it needs nothing");
    let handle = other_runtime.handle().clone();
    other_runtime.shutdown_background();
    match handle.spawn(async {}).await {
        Ok(()) => journal.mark("late task ran"),
        Err(error) if error.is_cancelled() => journal.mark("late task was canceled"),
        Err(_) => journal.mark("late task panicked"),
    }
}
