//! Rejected by: step_4_nothing_is_begun_after_the_stop
//! Outcome: wrong_answer
//! Why people write it: without `biased`, `select!` takes any of the branches that are ready.
//! Draws lots: whether one load of the queue is begun after the stop, or both.

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

pub async fn serve(
    mut loads: mpsc::Receiver<Load>,
    stop: CancellationToken,
    grace: Duration,
    laundry: &Laundry,
) -> Report {
    let mut report = Report::default();
    let mut drums = JoinSet::new();
    loop {
        let load = select! {
            () = stop.cancelled() => break,
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

    loads.close();
    while loads.recv().await.is_some() {
        report.refused += 1;
    }
    let drained = async {
        while drums.join_next().await.is_some() {
            report.finished += 1;
        }
    };
    let _ = timeout(grace, drained).await;
    report.aborted = drums.len();
    drums.shutdown().await;
    report
}
