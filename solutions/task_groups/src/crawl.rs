//! `crawl`, solved: one loop owns the group, and what a task finds, the loop spawns.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

/// Fetches every page that can be reached from `start`, up to `limit` at the same time.
///
/// # Cancel safety
///
/// If it is dropped, every fetch under way is dropped too.
pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    // A page is known from the moment in which its first link is read. Known only when it has been
    // fetched, it would be fetched for every link that is read until then.
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
        // With nothing under way there is nothing that waits either: it is over. Tasks that spawned
        // for themselves would have to agree on that, and a channel would have to be closed for it.
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
