//! Differs by: no task at all: a `FuturesUnordered` that grows while it is polled, and is dropped with the call.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut waiting = VecDeque::from([start.to_owned()]);
    let mut fetches = FuturesUnordered::new();
    let mut pages = BTreeMap::new();
    loop {
        while fetches.len() < limit
            && let Some(path) = waiting.pop_front()
        {
            fetches.push(async {
                let links = intranet.fetch(&path).await;
                (path, links)
            });
        }
        let Some((path, links)) = fetches.next().await else { return pages };
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                waiting.push_back(link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
}
