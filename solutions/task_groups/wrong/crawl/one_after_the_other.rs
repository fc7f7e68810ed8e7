//! Rejected by: step_4_as_many_at_once_as_allowed
//! Outcome: wrong_answer
//! Why people write it: a list that is worked off from its front is the crawler of every textbook.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let _ = limit;
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut waiting = VecDeque::from([start.to_owned()]);
    let mut pages = BTreeMap::new();
    while let Some(path) = waiting.pop_front() {
        let links = intranet.fetch(&path).await;
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                waiting.push_back(link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
    pages
}
