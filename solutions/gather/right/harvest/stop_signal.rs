//! Differs by: each fetch fills its own place, and a `Notify` ends the `join_all` that polls them.

use std::cell::{Cell, RefCell};

use futures::future::join_all;
use tokio::sync::Notify;
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let results = RefCell::new(vec![None; urls.len()]);
    let (failures, stop) = (Cell::new(0), Notify::new());
    let fetches = join_all(urls.iter().enumerate().map(async |(place, url)| {
        let result = net.get(url).await;
        if result.is_err() {
            failures.set(failures.get() + 1);
            if failures.get() >= max_failures {
                stop.notify_one();
            }
        }
        results.borrow_mut()[place] = Some(result);
    }));
    tokio::select! {
        _ = fetches => {}
        () = stop.notified() => {}
    }
    let results = results.into_inner();
    let mut harvest = Harvest::default();
    for (url, result) in urls.iter().cloned().zip(results) {
        match result {
            Some(Ok(page)) => harvest.ok.push((url, page)),
            Some(Err(error)) => harvest.failed.push((url, error)),
            None => harvest.canceled.push(url),
        }
    }
    harvest
}
