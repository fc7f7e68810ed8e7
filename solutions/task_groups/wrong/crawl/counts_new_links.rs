//! Rejected by: step_2_each_page_is_fetched_once
//! Outcome: wrong_answer
//! Why people write it: the links are counted in the loop that looks for new ones.

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
        let mut count = 0;
        for link in links.iter().flatten() {
            if !link.starts_with('/') {
                count += 1;
            } else if known.insert(link.clone()) {
                count += 1;
                waiting.push_back(link.clone());
            }
        }
        pages.insert(path, links.map(|_| count));
    }
}
