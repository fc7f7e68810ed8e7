//! Differs by: a `JoinSet` owns a task for each url, and `shutdown` waits until the rest is gone.

use tokio::task::JoinSet;
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let mut tasks = JoinSet::new();
    for (place, url) in urls.iter().cloned().enumerate() {
        let net = net.clone();
        tasks.spawn(async move { (place, net.get(&url).await) });
    }
    let mut results = vec![None; urls.len()];
    let mut failures = 0;
    while let Some(task) = tasks.join_next().await {
        let (place, result) = task.expect("no fetch panics");
        let has_failed = result.is_err();
        failures += usize::from(has_failed);
        results[place] = Some(result);
        if has_failed && failures >= max_failures {
            break;
        }
    }
    tasks.shutdown().await;
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
