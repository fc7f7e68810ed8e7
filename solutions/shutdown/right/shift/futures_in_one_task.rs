//! Differs by: no task: the workers are futures of the call, and who has not ended is what is left of them.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use tokio::{
    select,
    sync::{Mutex, mpsc},
    time::sleep,
};
use tokio_util::sync::CancellationToken;
use worlds::{Laundry, Load};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handover {
    pub waiting: Vec<Load>,
    pub late: Vec<String>,
}

pub async fn shift(
    names: &[&str],
    loads: mpsc::Receiver<Load>,
    stop: CancellationToken,
    grace: Duration,
    laundry: &Laundry,
) -> Handover {
    let loads = Mutex::new(loads);
    let work = async |name: String| {
        loop {
            let load = select! {
                biased;
                () = stop.cancelled() => break,
                load = async { loads.lock().await.recv().await } => load,
            };
            let Some(load) = load else { break };
            laundry.wash(&load).await;
        }
        name
    };
    let mut workers: FuturesUnordered<_> =
        names.iter().map(|name| Box::pin(work((*name).to_owned()))).collect();
    let mut late: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let working = async {
        while let Some(name) = workers.next().await {
            late.retain(|other| *other != name);
        }
    };
    let ending = async {
        stop.cancelled().await;
        loads.lock().await.close();
        sleep(grace).await;
    };
    select! {
        biased;
        () = working => {}
        () = ending => {}
    }
    drop(workers);
    let mut loads = loads.into_inner();
    loads.close();
    let waiting = std::iter::from_fn(|| loads.try_recv().ok()).collect();
    Handover { waiting, late }
}
