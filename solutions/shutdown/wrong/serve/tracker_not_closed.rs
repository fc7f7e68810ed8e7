//! Rejected by: step_1_every_load_is_washed
//! Outcome: deadlock
//! Why people write it: a `TaskTracker` counts the tasks, and nobody told it that no more will come.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{select, sync::mpsc, time::timeout};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use worlds::{Laundry, Load};

/// What became of the loads that were handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Washed to their end.
    pub finished: usize,
    /// Begun, and taken out before their end.
    pub aborted: usize,
    /// Handed in, and never begun.
    pub refused: usize,
}

pub async fn serve(
    mut loads: mpsc::Receiver<Load>,
    stop: CancellationToken,
    grace: Duration,
    laundry: &Laundry,
) -> Report {
    let (tasks, kill) = (TaskTracker::new(), CancellationToken::new());
    let _kill_on_drop = kill.clone().drop_guard();
    let (finished, aborted) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    loop {
        let load = select! {
            biased;
            () = stop.cancelled() => break,
            load = loads.recv() => load,
        };
        let Some(load) = load else { break };
        let (laundry, kill) = (laundry.clone(), kill.clone());
        let (finished, aborted) = (finished.clone(), aborted.clone());
        tasks.spawn(async move {
            select! {
                () = laundry.wash(&load) => finished.fetch_add(1, Ordering::Relaxed),
                () = kill.cancelled() => aborted.fetch_add(1, Ordering::Relaxed),
            };
        });
    }

    loads.close();
    let mut refused = 0;
    while loads.recv().await.is_some() {
        refused += 1;
    }
    if timeout(grace, tasks.wait()).await.is_err() {
        kill.cancel();
        tasks.wait().await;
    }
    Report {
        finished: finished.load(Ordering::Relaxed),
        aborted: aborted.load(Ordering::Relaxed),
        refused,
    }
}
