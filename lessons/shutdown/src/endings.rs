//! # Predict: how it ends
//!
//! A tracker counts tasks, a token tells them to stop, and a runtime is shut down. Read the
//! program, do not run it, and write down the lines it notes, from the first to the last. It runs
//! on one thread.
//!
//! - Read: `lessons/shutdown/README.md`, but predict first
//! - Check: `cargo test -p shutdown endings` or `cargo checker run shutdown/endings`
//! - Hint: `cargo checker hint shutdown/endings`
//! - Toolbox: `TaskTracker::wait`, `TaskTracker::close`, `CancellationToken::child_token`,
//!   `Runtime::shutdown_background`
//! - Needs: closures, when a value is dropped

use kit::{Journal, ms};
use tokio::{
    runtime::Builder,
    select,
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

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
