//! Rejected by: step_3_every_url_is_in_one_list
//! Outcome: wrong_answer
//! Why people write it: what did not come is not looked at: the loop is over, and so is the thought.

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
        if has_failed && failures >= max_failures {
            break;
        }
    }
    let mut harvest = Harvest::default();
    for (url, result) in urls.iter().cloned().zip(results) {
        match result {
            Some(Ok(page)) => harvest.ok.push((url, page)),
            Some(Err(error)) => harvest.failed.push((url, error)),
            None => {}
        }
    }
    harvest
}
