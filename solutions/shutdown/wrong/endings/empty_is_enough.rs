//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: an empty tracker has nobody to wait for, so `wait` seems to be over at once.

use kit::{Journal, ms};
use tokio::{
    runtime::Builder,
    select,
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

pub const PREDICTION: &[&str] = &[
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
