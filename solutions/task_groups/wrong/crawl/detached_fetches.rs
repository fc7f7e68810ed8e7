//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `tokio::spawn` and a count of results to come do what the group does, until the caller is dropped.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use tokio::sync::{Semaphore, mpsc};
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let places = Arc::new(Semaphore::new(limit));
    let (sender, mut results) = mpsc::unbounded_channel();
    let fetch = |path: String| {
        let (intranet, places, sender) = (intranet.clone(), Arc::clone(&places), sender.clone());
        tokio::spawn(async move {
            let _place = places.acquire().await.expect("nobody closes the semaphore");
            let links = intranet.fetch(&path).await;
            // Nobody listens any more if the call was dropped.
            let _ = sender.send((path, links));
        });
    };
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut pages = BTreeMap::new();
    fetch(start.to_owned());
    while pages.len() < known.len() {
        let (path, links) = results.recv().await.expect("a sender is here");
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                fetch(link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
    pages
}
