//! # Not so graceful: the night shift
//!
//! At night the laundry has a few workers, who take one load after the other. At the end of the
//! shift each of them finishes the load in hand, what still waits is handed over to the morning, and
//! whoever is not done in time is named. The code below was written for that. It compiles, and wet
//! clothes lie about every morning. Mend it.
//!
//! - Read: `lessons/shutdown/README.md`
//! - Check: `cargo test -p shutdown shift` or `cargo checker run shutdown/shift`
//! - Hint: `cargo checker hint shutdown/shift`
//! - Toolbox: `tokio::select!`, `CancellationToken::cancelled`,
//!   `CancellationToken::run_until_cancelled`, `mpsc::Receiver::close`, `JoinSet::shutdown`; one of
//!   them is a trap around the wrong thing
//! - Needs: `Arc`, `while let`, moving into an `async` block

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{Mutex, mpsc},
    task::JoinSet,
    time::timeout,
};
use tokio_util::sync::CancellationToken;
use worlds::{Laundry, Load};

/// What the night leaves to the morning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handover {
    /// The loads that nobody has begun, in the order in which they came.
    pub waiting: Vec<Load>,
    /// Who was not done in time, in the order of the names. Their loads were taken out, wet.
    pub late: Vec<String>,
}

/// Lets one worker for each of `names` wash one load after another, until `stop` is canceled or no
/// sender is left and everything is washed. It returns as soon as the last one is done.
///
/// Once `stop` is canceled, no load is begun, and whoever sends one gets an error. A worker with a
/// load in hand finishes it, for up to `grace` from the stop on; the others go home at once.
///
/// # Cancel safety
///
/// If it is dropped, every load is taken out of its drum.
pub async fn shift(
    names: &[&str],
    loads: mpsc::Receiver<Load>,
    stop: CancellationToken,
    grace: Duration,
    laundry: &Laundry,
) -> Handover {
    let loads = Arc::new(Mutex::new(loads));
    let mut workers = JoinSet::new();
    for _ in names {
        let (loads, stop, laundry) = (Arc::clone(&loads), stop.clone(), laundry.clone());
        workers.spawn(async move {
            while !stop.is_cancelled() {
                let Some(load) = loads.lock().await.recv().await else { return };
                laundry.wash(&load).await;
            }
        });
    }
    let all_done = async { while workers.join_next().await.is_some() {} };
    if stop.run_until_cancelled(all_done).await.is_none() {
        workers.abort_all();
        let _ = timeout(grace, async { while workers.join_next().await.is_some() {} }).await;
    }
    Handover::default()
}
