//! Differs by: a second token ends the washing, and a `TaskTracker` waits for all; each worker tells itself whether it was late.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use tokio::{
    select,
    sync::{Mutex, mpsc},
    time::timeout,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
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
    let (loads, workers) = (Arc::new(Mutex::new(loads)), TaskTracker::new());
    let over = CancellationToken::new();
    // However this call ends, the workers end with it.
    let _over = over.clone().drop_guard();
    let mut is_late = Vec::new();
    for _ in names {
        let late = Arc::new(AtomicBool::new(false));
        is_late.push(Arc::clone(&late));
        let (loads, stop, over) = (Arc::clone(&loads), stop.clone(), over.clone());
        let laundry = laundry.clone();
        workers.spawn(async move {
            loop {
                let load = {
                    let mut loads = select! {
                        biased;
                        () = stop.cancelled() => return,
                        () = over.cancelled() => return,
                        loads = loads.lock() => loads,
                    };
                    select! {
                        biased;
                        () = stop.cancelled() => return,
                        () = over.cancelled() => return,
                        load = loads.recv() => load,
                    }
                };
                let Some(load) = load else { return };
                if over.run_until_cancelled(laundry.wash(&load)).await.is_none() {
                    late.store(true, Relaxed);
                    return;
                }
            }
        });
    }
    workers.close();
    select! {
        () = stop.cancelled() => {}
        () = workers.wait() => {}
    }
    loads.lock().await.close();
    if timeout(grace, workers.wait()).await.is_err() {
        over.cancel();
        workers.wait().await;
    }
    let late = names.iter().zip(is_late).filter(|(_, is_late)| is_late.load(Relaxed));
    let late = late.map(|(name, _)| (*name).to_owned()).collect();
    let mut loads = loads.lock().await;
    let waiting = std::iter::from_fn(|| loads.try_recv().ok()).collect();
    Handover { waiting, late }
}
