//! Rejected by: step_1_the_workers_share_the_loads
//! Outcome: wrong_answer
//! Why people write it: the lock is taken, and what it protects is used: the load.

use std::{sync::Arc, time::Duration};

use tokio::{
    select,
    sync::{Mutex, mpsc},
    task::JoinSet,
    time::timeout,
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
    let loads = Arc::new(Mutex::new(loads));
    let mut workers = JoinSet::new();
    for place in 0..names.len() {
        let (loads, stop, laundry) = (Arc::clone(&loads), stop.clone(), laundry.clone());
        workers.spawn(async move {
            loop {
                let mut loads = loads.lock().await;
                let load = select! {
                    biased;
                    () = stop.cancelled() => break,
                    load = loads.recv() => load,
                };
                let Some(load) = load else { break };
                laundry.wash(&load).await;
            }
            place
        });
    }

    let mut is_home = vec![false; names.len()];
    select! {
        () = stop.cancelled() => {}
        () = all_home(&mut workers, &mut is_home) => {}
    }
    loads.lock().await.close();
    let _ = timeout(grace, all_home(&mut workers, &mut is_home)).await;
    workers.shutdown().await;

    let late = names.iter().zip(is_home).filter(|(_, is_home)| !is_home);
    let late = late.map(|(name, _)| (*name).to_owned()).collect();
    let mut loads = loads.lock().await;
    let waiting = std::iter::from_fn(|| loads.try_recv().ok()).collect();
    Handover { waiting, late }
}

async fn all_home(workers: &mut JoinSet<usize>, is_home: &mut [bool]) {
    while let Some(ended) = workers.join_next().await {
        is_home[ended.expect("washing does not panic, and nobody is aborted yet")] = true;
    }
}
