//! Rejected by: step_2_each_page_is_fetched_once
//! Outcome: wrong_answer
//! Why people write it: every link is looked up in the set of known pages; the first page came by no link.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let mut known = BTreeSet::new();
    let mut waiting = VecDeque::from([start.to_owned()]);
    let mut fetches = JoinSet::new();
    let mut pages = BTreeMap::new();
    loop {
        while fetches.len() < limit
            && let Some(path) = waiting.pop_front()
        {
            let intranet = intranet.clone();
            fetches.spawn(async move {
                let links = intranet.fetch(&path).await;
                (path, links)
            });
        }
        let Some(fetched) = fetches.join_next().await else { return pages };
        let (path, links) = fetched.expect("a fetch does not panic, and nobody aborts it");
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                waiting.push_back(link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
}
