//! Rejected by: step_2_the_last_failure_allowed_stops_the_harvest
//! Outcome: wrong_answer
//! Why people write it: `>` is what the given code compares with.

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let mut fetches: FuturesUnordered<_> =
        urls.iter().enumerate().map(async |(place, url)| (place, net.get(url).await)).collect();
    let mut results = vec![None; urls.len()];
    let mut failures = 0;
    while let Some((place, result)) = fetches.next().await {
        failures += usize::from(result.is_err());
        results[place] = Some(result);
        if failures > max_failures {
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
