//! Differs by: no tasks: a `FuturesUnordered` holds the loads, and dropping it takes them out.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use tokio::{select, sync::mpsc, time::timeout};
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
    let mut drums = FuturesUnordered::new();
    loop {
        select! {
            biased;
            () = stop.cancelled() => break,
            Some(()) = drums.next() => report.finished += 1,
            load = loads.recv() => match load {
                Some(load) => drums.push(async move { laundry.wash(&load).await }),
                None => break,
            },
        }
    }

    loads.close();
    while loads.recv().await.is_some() {
        report.refused += 1;
    }
    let draining = async {
        while drums.next().await.is_some() {
            report.finished += 1;
        }
    };
    let _ = timeout(grace, draining).await;
    report.aborted = drums.len();
    report
}
