//! Rejected by: step_3_every_url_is_in_one_list
//! Outcome: wrong_answer
//! Why people write it: a map from url to result replaces the counting of places, and loses what is asked for twice.

use std::collections::BTreeMap;

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
        urls.iter().map(async |url| (url, net.get(url).await)).collect();
    let mut results = BTreeMap::new();
    let mut failures = 0;
    while let Some((url, result)) = fetches.next().await {
        let has_failed = result.is_err();
        failures += usize::from(has_failed);
        results.insert(url, result);
        if has_failed && failures >= max_failures {
            break;
        }
    }
    let mut harvest = Harvest::default();
    for url in urls {
        match results.remove(url) {
            Some(Ok(page)) => harvest.ok.push((url.clone(), page)),
            Some(Err(error)) => harvest.failed.push((url.clone(), error)),
            None if harvest.canceled.contains(url) => {}
            None => harvest.canceled.push(url.clone()),
        }
    }
    harvest
}
