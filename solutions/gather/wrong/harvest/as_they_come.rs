//! Rejected by: step_1_below_the_limit_everything_comes_in
//! Outcome: wrong_answer
//! Why people write it: each result goes into its list at once; the order of the urls is lost.

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
    let mut harvest = Harvest::default();
    let mut has_ended = vec![false; urls.len()];
    while let Some((place, result)) = fetches.next().await {
        has_ended[place] = true;
        let url = urls[place].clone();
        match result {
            Ok(page) => harvest.ok.push((url, page)),
            Err(error) => {
                harvest.failed.push((url, error));
                if harvest.failed.len() >= max_failures {
                    break;
                }
            }
        }
    }
    let open = urls.iter().zip(has_ended).filter(|(_, has_ended)| !has_ended);
    harvest.canceled = open.map(|(url, _)| url.clone()).collect();
    harvest
}
