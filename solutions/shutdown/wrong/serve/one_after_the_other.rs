//! Rejected by: step_1_every_load_is_washed
//! Outcome: wrong_answer
//! Why people write it: the loop takes a load and awaits it, and the next load waits for the drum.

use std::time::Duration;

use tokio::{select, sync::mpsc, time::sleep};
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
    loop {
        let load = select! {
            biased;
            () = stop.cancelled() => break,
            load = loads.recv() => load,
        };
        let Some(load) = load else { break };
        let washed = async {
            select! {
                () = laundry.wash(&load) => true,
                () = async { stop.cancelled().await; sleep(grace).await } => false,
            }
        };
        if washed.await {
            report.finished += 1;
        } else {
            report.aborted += 1;
        }
    }
    loads.close();
    while loads.recv().await.is_some() {
        report.refused += 1;
    }
    report
}
