//! Rejected by: step_2_the_last_failure_allowed_stops_the_harvest
//! Outcome: wrong_answer
//! Why people write it: the limit is put right and the canceled are listed, but everything has run by then.

use futures::future::join_all;
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let results = join_all(urls.iter().map(|url| net.get(url))).await;
    let mut harvest = Harvest::default();
    let mut has_stopped = false;
    for (url, result) in urls.iter().cloned().zip(results) {
        match result {
            _ if has_stopped => harvest.canceled.push(url),
            Ok(page) => harvest.ok.push((url, page)),
            Err(error) => {
                harvest.failed.push((url, error));
                has_stopped = harvest.failed.len() >= max_failures;
            }
        }
    }
    harvest
}
