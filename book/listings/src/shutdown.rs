//! Shutdown: stop in order, and lose nothing on the way.

use std::time::Duration;

use tokio::{
    select,
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{harbors::Harbors, say::say};

/// Lets a task go its rounds for 100 ms, then closes the door and waits for it.
///
/// # Cancel safety
///
/// Dropping it leaves the task to go on, for nobody cancels the token then.
// ANCHOR: closing
pub async fn closing(harbors: &Harbors) {
    let (stop, tracker) = (CancellationToken::new(), TaskTracker::new());
    tracker.spawn(go_round(harbors.clone(), stop.clone()));
    sleep(Duration::from_millis(100)).await;
    say("the door is closed");
    stop.cancel();
    tracker.close();
    tracker.wait().await;
    say("good night");
}

async fn go_round(harbors: Harbors, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let _ = harbors.level("tromso").await; // 70 ms
        say("tromso has answered");
    }
}
// ANCHOR_END: closing

/// Waits for SIGTERM, or for SIGINT, which is the keyboard's Ctrl-C.
///
/// # Errors
///
/// If the system takes no handler.
///
/// # Cancel safety
///
/// A signal that comes while nobody waits is lost; it does not end the process any more.
#[cfg(unix)]
// ANCHOR: heard
pub async fn heard() -> std::io::Result<&'static str> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    select! {
        _ = terminate.recv() => Ok("SIGTERM"),
        _ = interrupt.recv() => Ok("SIGINT"),
    }
}
// ANCHOR_END: heard

/// Asks the harbors, one more every 20 ms, until it is stopped; then waits for the answers that are
/// under way, up to `grace`. Gives the number of answers and of questions that were given up.
///
/// # Cancel safety
///
/// Dropping it aborts the questions under way.
// ANCHOR: patrol
pub async fn patrol(
    harbors: &Harbors,
    names: &[&str],
    stop: &CancellationToken,
    grace: Duration,
) -> (usize, usize) {
    let mut questions = JoinSet::new();
    // The door is open: ask, until there is a stop.
    for name in names {
        let (harbors, name) = (harbors.clone(), (*name).to_owned());
        questions.spawn(async move { harbors.level(&name).await });
        select! {
            () = stop.cancelled() => break,
            () = sleep(Duration::from_millis(20)) => {}
        }
    }
    // The door is closed: wait for what is inside, with one limit for all.
    let mut answers = 0;
    let drained = async {
        while questions.join_next().await.is_some() {
            answers += 1;
        }
    };
    let _ = timeout(grace, drained).await;
    // The rest is aborted, and waited for until it is gone.
    let given_up = questions.len();
    questions.shutdown().await;
    (answers, given_up)
}
// ANCHOR_END: patrol

/// Runs the patrol until it is stopped, and drops it then.
///
/// # Cancel safety
///
/// Dropping it aborts the questions under way.
// ANCHOR: dropped
pub async fn dropped(
    harbors: &Harbors,
    names: &[&str], // bergen, tromso, oslo, molde
    stop: &CancellationToken,
) {
    let never = CancellationToken::new();
    let patrol = patrol(harbors, names, &never, Duration::from_secs(10));
    let _ = stop.run_until_cancelled(patrol).await;
}
// ANCHOR_END: dropped

/// Waits for a tracker that nobody has closed, for a second at most.
///
/// # Cancel safety
///
/// Dropping it leaves the question to its end.
// ANCHOR: unclosed
pub async fn unclosed(harbors: &Harbors) {
    let tracker = TaskTracker::new();
    let harbors = harbors.clone();
    tracker.spawn(async move { harbors.level("oslo").await });
    let waited = timeout(Duration::from_secs(1), tracker.wait()).await;
    let (left, is_over) = (tracker.len(), waited.is_ok());
    say(format!("{left} tasks are left; the wait is over: {is_over}"));
}
// ANCHOR_END: unclosed
