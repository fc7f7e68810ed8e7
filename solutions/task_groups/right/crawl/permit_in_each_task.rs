//! Differs by: a task for each known page at once, which waits for a permit of its own.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use tokio::{sync::Semaphore, task::JoinSet};
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let places = Arc::new(Semaphore::new(limit));
    let mut fetches = JoinSet::new();
    let mut fetch = |fetches: &mut JoinSet<_>, path: String| {
        let (intranet, places) = (intranet.clone(), Arc::clone(&places));
        fetches.spawn(async move {
            let _place = places.acquire().await.expect("nobody closes the semaphore");
            let links = intranet.fetch(&path).await;
            (path, links)
        });
    };
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut pages = BTreeMap::new();
    fetch(&mut fetches, start.to_owned());
    while let Some(fetched) = fetches.join_next().await {
        let (path, links) = fetched.expect("a fetch does not panic, and nobody aborts it");
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                fetch(&mut fetches, link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
    pages
}
