//! Rejected by: step_4_as_many_at_once_as_allowed
//! Outcome: wrong_answer
//! Why people write it: each new link is spawned as soon as it is read, as in any loop over a set.

use std::collections::{BTreeMap, BTreeSet};

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let _ = limit;
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut fetches = JoinSet::new();
    let mut pages = BTreeMap::new();
    fetches.spawn(fetch(intranet.clone(), start.to_owned()));
    while let Some(fetched) = fetches.join_next().await {
        let (path, links) = fetched.expect("a fetch does not panic, and nobody aborts it");
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                fetches.spawn(fetch(intranet.clone(), link.clone()));
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
    pages
}

async fn fetch(intranet: Intranet, path: String) -> (String, Result<Vec<String>, PageError>) {
    let links = intranet.fetch(&path).await;
    (path, links)
}
