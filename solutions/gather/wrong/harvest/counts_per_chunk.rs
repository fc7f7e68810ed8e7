//! Rejected by: step_2_the_last_failure_allowed_stops_the_harvest
//! Outcome: wrong_answer
//! Why people write it: chunks give a place between them where one can look at the failures.

use futures::future::join_all;
use worlds::{Net, NetError, Page};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harvest {
    pub ok: Vec<(String, Page)>,
    pub failed: Vec<(String, NetError)>,
    pub canceled: Vec<String>,
}

pub async fn harvest(net: &Net, urls: &[String], max_failures: usize) -> Harvest {
    let mut harvest = Harvest::default();
    let mut chunks = urls.chunks(10);
    for chunk in &mut chunks {
        let results = join_all(chunk.iter().map(|url| net.get(url))).await;
        let failures_before = harvest.failed.len();
        for (url, result) in chunk.iter().cloned().zip(results) {
            match result {
                Ok(page) => harvest.ok.push((url, page)),
                Err(error) => harvest.failed.push((url, error)),
            }
        }
        let has_failed = harvest.failed.len() > failures_before;
        if has_failed && harvest.failed.len() >= max_failures {
            break;
        }
    }
    harvest.canceled = chunks.flatten().cloned().collect();
    harvest
}
