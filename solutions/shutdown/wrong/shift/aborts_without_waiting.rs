//! Rejected by: step_5_who_is_late_is_named
//! Outcome: wrong_answer
//! Why people write it: `abort_all` reads as if all tasks were gone in the next line.

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
            while let Some(load) = next(&loads, &stop).await {
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
    workers.abort_all();

    let late = names.iter().zip(is_home).filter(|(_, is_home)| !is_home);
    let late = late.map(|(name, _)| (*name).to_owned()).collect();
    let mut loads = loads.lock().await;
    let waiting = std::iter::from_fn(|| loads.try_recv().ok()).collect();
    Handover { waiting, late }
}

async fn next(loads: &Mutex<mpsc::Receiver<Load>>, stop: &CancellationToken) -> Option<Load> {
    select! {
        biased;
        () = stop.cancelled() => None,
        load = async { loads.lock().await.recv().await } => load,
    }
}

async fn all_home(workers: &mut JoinSet<usize>, is_home: &mut [bool]) {
    while let Some(ended) = workers.join_next().await {
        is_home[ended.expect("washing does not panic, and nobody is aborted yet")] = true;
    }
}
