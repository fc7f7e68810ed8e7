//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task for each url, and dropping its handle is taken for canceling it.

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let tasks = urls.iter().cloned().enumerate().map(|(place, url)| {
        let net = net.clone();
        tokio::spawn(async move { (place, net.get(&url).await) })
    });
    let mut tasks: FuturesUnordered<_> = tasks.collect();
    let mut results = vec![None; urls.len()];
    let mut failures = 0;
    while let Some(task) = tasks.next().await {
        let (place, result) = task.expect("no fetch panics");
        let has_failed = result.is_err();
        failures += usize::from(has_failed);
        results[place] = Some(result);
        if has_failed && failures >= max_failures {
            break;
        }
    }
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
