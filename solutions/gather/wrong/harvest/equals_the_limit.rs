//! Rejected by: step_4_zero_allows_no_failure
//! Outcome: wrong_answer
//! Why people write it: the count grows by one and so must hit the limit, but 0 is behind it from the start.

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
        let has_failed = result.is_err();
        failures += usize::from(has_failed);
        results[place] = Some(result);
        if has_failed && failures == max_failures {
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
