//! Rejected by: step_1_every_page_is_told
//! Outcome: deadlock
//! Why people write it: results come through a channel, and whoever reads it needs a sender for the pages to come: the channel never ends.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use tokio::{
    sync::{Semaphore, mpsc},
    task::JoinSet,
};
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let places = Arc::new(Semaphore::new(limit));
    let (sender, mut results) = mpsc::unbounded_channel();
    let mut fetches = JoinSet::new();
    let mut fetch = |path: String| {
        let (intranet, places, sender) = (intranet.clone(), Arc::clone(&places), sender.clone());
        fetches.spawn(async move {
            let _place = places.acquire().await.expect("nobody closes the semaphore");
            let links = intranet.fetch(&path).await;
            // Nobody listens any more if the call was dropped.
            let _ = sender.send((path, links));
        });
    };
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut pages = BTreeMap::new();
    fetch(start.to_owned());
    while let Some((path, links)) = results.recv().await {
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                fetch(link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
    pages
}
