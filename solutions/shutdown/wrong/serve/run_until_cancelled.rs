//! Rejected by: step_2_what_is_in_the_drums_is_finished
//! Outcome: wrong_answer
//! Why people write it: the token has a method that runs a future until it is canceled; here that future holds the drums.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use tokio::{select, sync::mpsc};
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
    _grace: Duration,
    laundry: &Laundry,
) -> Report {
    let mut report = Report::default();
    let mut begun = 0;
    let serving = async {
        let mut drums = FuturesUnordered::new();
        let mut is_open = true;
        while is_open || !drums.is_empty() {
            select! {
                biased;
                Some(()) = drums.next() => report.finished += 1,
                load = loads.recv(), if is_open => match load {
                    Some(load) => {
                        begun += 1;
                        drums.push(async move { laundry.wash(&load).await });
                    }
                    None => is_open = false,
                },
            }
        }
    };
    stop.run_until_cancelled(serving).await;

    loads.close();
    while loads.recv().await.is_some() {
        report.refused += 1;
    }
    report.aborted = begun - report.finished;
    report
}
