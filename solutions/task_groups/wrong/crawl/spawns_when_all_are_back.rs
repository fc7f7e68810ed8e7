//! Rejected by: step_5_no_page_waits_for_a_slow_one
//! Outcome: wrong_answer
//! Why people write it: a handful is spawned, the handful is joined, and then comes the next one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut waiting = VecDeque::from([start.to_owned()]);
    let mut pages = BTreeMap::new();
    while !waiting.is_empty() {
        let mut fetches = JoinSet::new();
        while fetches.len() < limit
            && let Some(path) = waiting.pop_front()
        {
            let intranet = intranet.clone();
            fetches.spawn(async move {
                let links = intranet.fetch(&path).await;
                (path, links)
            });
        }
        while let Some(fetched) = fetches.join_next().await {
            let (path, links) = fetched.expect("a fetch does not panic, and nobody aborts it");
            for link in links.iter().flatten() {
                if link.starts_with('/') && known.insert(link.clone()) {
                    waiting.push_back(link.clone());
                }
            }
            pages.insert(path, links.map(|links| links.len()));
        }
    }
    pages
}
