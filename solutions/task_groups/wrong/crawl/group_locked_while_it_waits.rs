//! Rejected by: step_1_every_page_is_told
//! Outcome: deadlock
//! Why people write it: every task spawns what it finds, so the group is shared behind a lock, and whoever joins holds the lock until a task ends.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    pin::Pin,
    sync::Arc,
};

use tokio::{
    sync::{Mutex, Semaphore},
    task::JoinSet,
};
use worlds::{Intranet, PageError};

struct Crawl {
    intranet: Intranet,
    places: Semaphore,
    known: Mutex<BTreeSet<String>>,
    pages: Mutex<BTreeMap<String, Result<usize, PageError>>>,
    group: Mutex<JoinSet<()>>,
}

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let crawl = Arc::new(Crawl {
        intranet: intranet.clone(),
        places: Semaphore::new(limit),
        known: Mutex::new(BTreeSet::from([start.to_owned()])),
        pages: Mutex::default(),
        group: Mutex::default(),
    });
    crawl.group.lock().await.spawn(visit(Arc::clone(&crawl), start.to_owned()));
    while crawl.group.lock().await.join_next().await.is_some() {}
    std::mem::take(&mut *crawl.pages.lock().await)
}

fn visit(crawl: Arc<Crawl>, path: String) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let place = crawl.places.acquire().await.expect("nobody closes the semaphore");
        let links = crawl.intranet.fetch(&path).await;
        drop(place);
        for link in links.iter().flatten() {
            if link.starts_with('/') && crawl.known.lock().await.insert(link.clone()) {
                crawl.group.lock().await.spawn(visit(Arc::clone(&crawl), link.clone()));
            }
        }
        crawl.pages.lock().await.insert(path, links.map(|links| links.len()));
    })
}
