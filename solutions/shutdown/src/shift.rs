//! `shift`, solved: the stop reaches a worker where it waits, and never where it washes.

use std::{sync::Arc, time::Duration};

use tokio::{
    select,
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
    /// Who was not done in time, in the order of the names.
    pub late: Vec<String>,
}

/// Washes until it is stopped; then everybody finishes, and what is left is handed over.
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
    for place in 0..names.len() {
        let (loads, stop, laundry) = (Arc::clone(&loads), stop.clone(), laundry.clone());
        workers.spawn(async move {
            while let Some(load) = next(&loads, &stop).await {
                // No branch of any `select!`: a load in hand is finished.
                laundry.wash(&load).await;
            }
            place
        });
    }

    let mut is_home = vec![false; names.len()];
    select! {
        () = stop.cancelled() => {}
        () = all_home(&mut workers, &mut is_home) => {}
    }
    // The door first: from here on whoever sends a load knows that it is not taken.
    loads.lock().await.close();
    // One grace for all of them together; whether it was enough shows in who is home.
    let _ = timeout(grace, all_home(&mut workers, &mut is_home)).await;
    workers.shutdown().await;

    let late = names.iter().zip(is_home).filter(|(_, is_home)| !is_home);
    let late = late.map(|(name, _)| (*name).to_owned()).collect();
    let mut loads = loads.lock().await;
    let waiting = std::iter::from_fn(|| loads.try_recv().ok()).collect();
    Handover { waiting, late }
}

/// The next load; `None` after the stop, and when none will come.
async fn next(loads: &Mutex<mpsc::Receiver<Load>>, stop: &CancellationToken) -> Option<Load> {
    select! {
        // A flag that is looked at between two loads tells nobody who waits for one. And with both
        // there at once, the stop comes first.
        biased;
        () = stop.cancelled() => None,
        // Dropped, this gives up the lock, or the place in the queue for it, and no load.
        load = async { loads.lock().await.recv().await } => load,
    }
}

async fn all_home(workers: &mut JoinSet<usize>, is_home: &mut [bool]) {
    while let Some(ended) = workers.join_next().await {
        is_home[ended.expect("washing does not panic, and nobody is aborted yet")] = true;
    }
}
