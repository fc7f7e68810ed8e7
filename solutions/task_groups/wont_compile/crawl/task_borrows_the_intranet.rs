//! Error: E0521

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
    loop {
        while fetches.len() < limit && !waiting.is_empty() {
            let path = waiting.remove(0);
            fetches.spawn(async move { (intranet.fetch(&path).await, path) });
        }
        let Some(Ok((links, path))) = fetches.join_next().await else { return pages };
        waiting.extend(links.iter().flatten().cloned());
        pages.insert(path, links.map(|links| links.len()));
    }
}
