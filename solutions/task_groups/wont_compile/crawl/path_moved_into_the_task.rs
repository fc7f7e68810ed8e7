//! Error: E0382

use std::collections::BTreeMap;

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let mut waiting = vec![start.to_owned()];
    let mut fetches = JoinSet::new();
    let mut pages = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        let intranet = intranet.clone();
        fetches.spawn(async move { intranet.fetch(&path).await });
        if fetches.len() < limit {
            continue;
        }
        let links = fetches.join_next().await.unwrap().unwrap();
        waiting.extend(links.iter().flatten().cloned());
        pages.insert(path, links.map(|links| links.len()));
    }
    pages
}
