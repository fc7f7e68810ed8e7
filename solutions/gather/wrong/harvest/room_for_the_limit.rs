//! Rejected by: step_1_below_the_limit_everything_comes_in
//! Outcome: panicked
//! Why people write it: there will be at most `max_failures` of them, so room for as many is taken; `usize::MAX` does not fit.

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
    let mut failed_places = Vec::with_capacity(max_failures);
    while let Some((place, result)) = fetches.next().await {
        let has_failed = result.is_err();
        results[place] = Some(result);
        if has_failed {
            failed_places.push(place);
            if failed_places.len() >= max_failures {
                break;
            }
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
