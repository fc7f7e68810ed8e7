//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: each load is a task with a handle in a list; a dropped handle does not end its task.

use std::time::Duration;

use tokio::{
    select,
    sync::mpsc,
    time::{Instant, timeout_at},
};
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
    let mut drums = Vec::new();
    loop {
        let load = select! {
            biased;
            () = stop.cancelled() => break,
            load = loads.recv() => load,
        };
        let Some(load) = load else { break };
        let laundry = laundry.clone();
        drums.push(tokio::spawn(async move { laundry.wash(&load).await }));
    }

    loads.close();
    while loads.recv().await.is_some() {
        report.refused += 1;
    }
    let closing = Instant::now() + grace;
    for mut drum in drums {
        if timeout_at(closing, &mut drum).await.is_ok() {
            report.finished += 1;
        } else {
            drum.abort();
            let _ = drum.await;
            report.aborted += 1;
        }
    }
    report
}
