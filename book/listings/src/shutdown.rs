//! Shutdown: stop in order, and lose nothing on the way.

use std::time::Duration;

use tokio::{
    select,
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use crate::harbors::Harbors;

/// Asks the harbors one more every 20 ms until it is stopped; then waits for the answers that are
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
    // The door is closed: wait for what is inside, with one limit for all of it.
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
pub async fn dropped(harbors: &Harbors, names: &[&str], stop: &CancellationToken) {
    let deaf = CancellationToken::new();
    let grace = Duration::from_secs(10);
    stop.run_until_cancelled(patrol(harbors, names, &deaf, grace)).await;
}
// ANCHOR_END: dropped
