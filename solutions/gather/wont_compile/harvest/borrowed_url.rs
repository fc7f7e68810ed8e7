//! Error: E0308

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
    let mut harvest = Harvest::default();
    while let Some((url, result)) = fetches.next().await {
        match result {
            Ok(page) => harvest.ok.push((url, page)),
            Err(error) => harvest.failed.push((url, error)),
        }
        if harvest.failed.len() >= max_failures {
            break;
        }
    }
    harvest
}
