//! `serve`, solved: stop taking in, wait with a limit, end the rest and wait for that too.

use std::time::Duration;

use tokio::{select, sync::mpsc, task::JoinSet, time::timeout};
use tokio_util::sync::CancellationToken;
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

/// Washes what comes until it is stopped, then drains.
pub async fn serve(
    mut loads: mpsc::Receiver<Load>,
    stop: CancellationToken,
    grace: Duration,
    laundry: &Laundry,
) -> Report {
    let mut report = Report::default();
    // The set owns the drums: dropped with this call, it takes every load out.
    let mut drums = JoinSet::new();
    loop {
        // `biased`: when a load and the stop are both there, the stop counts.
        let load = select! {
            biased;
            () = stop.cancelled() => break,
            // A service that runs for months must not keep the results of all its loads.
            Some(_) = drums.join_next() => {
                report.finished += 1;
                continue;
            }
            load = loads.recv() => load,
        };
        let Some(load) = load else { break };
        let laundry = laundry.clone();
        drums.spawn(async move { laundry.wash(&load).await });
    }

    // First the door: from here on a sender gets an error, and the queue only becomes shorter. `recv`
    // would wait, too, for whoever holds a permit of `reserve`.
    loads.close();
    while loads.try_recv().is_ok() {
        report.refused += 1;
    }
    // Then the drums. A timeout around the loop, not in it: the grace is for all of them together.
    let drained = async {
        while drums.join_next().await.is_some() {
            report.finished += 1;
        }
    };
    // Whether there was enough time shows in what is left.
    let _ = timeout(grace, drained).await;
    report.aborted = drums.len();
    // Aborts and waits: a task that was only told to end is still there.
    drums.shutdown().await;
    report
}
