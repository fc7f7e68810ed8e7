//! Rejected by: step_3_the_grace_has_an_end
//! Outcome: wrong_answer
//! Why people write it: the grace belongs to the stop; when the senders simply leave, there seems to be all the time in the world.

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
            biased;
            () = stop.cancelled() => break,
            Some(_) = drums.join_next() => {
                report.finished += 1;
                continue;
            }
            load = loads.recv() => load,
        };
        let Some(load) = load else {
            while drums.join_next().await.is_some() {
                report.finished += 1;
            }
            return report;
        };
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
