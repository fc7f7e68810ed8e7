//! Rejected by: step_4_as_many_at_once_as_allowed
//! Outcome: wrong_answer
//! Why people write it: the links of a page are fetched with a semaphore, and it is made where they are read.

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
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut fetches = JoinSet::new();
    let mut pages = BTreeMap::new();
    let mut found = vec![start.to_owned()];
    loop {
        let places = Arc::new(Semaphore::new(limit));
        for path in found.drain(..) {
            let (intranet, places) = (intranet.clone(), Arc::clone(&places));
            fetches.spawn(async move {
                let _place = places.acquire().await.expect("nobody closes the semaphore");
                let links = intranet.fetch(&path).await;
                (path, links)
            });
        }
        let Some(fetched) = fetches.join_next().await else { return pages };
        let (path, links) = fetched.expect("a fetch does not panic, and nobody aborts it");
        for link in links.iter().flatten() {
            if link.starts_with('/') && known.insert(link.clone()) {
                found.push(link.clone());
            }
        }
        pages.insert(path, links.map(|links| links.len()));
    }
}
