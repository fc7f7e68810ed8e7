//! Rejected by: step_5_no_page_waits_for_a_slow_one
//! Outcome: wrong_answer
//! Why people write it: fetch all that is known, then all that was found by it, and so on: one group for each level.

use std::collections::{BTreeMap, BTreeSet};

use futures::{StreamExt, stream};
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let mut known = BTreeSet::from([start.to_owned()]);
    let mut level = vec![start.to_owned()];
    let mut pages = BTreeMap::new();
    while !level.is_empty() {
        let fetches = level.drain(..).map(|path| async {
            let links = intranet.fetch(&path).await;
            (path, links)
        });
        let fetched: Vec<_> = stream::iter(fetches).buffer_unordered(limit).collect().await;
        for (path, links) in fetched {
            for link in links.iter().flatten() {
                if link.starts_with('/') && known.insert(link.clone()) {
                    level.push(link.clone());
                }
            }
            pages.insert(path, links.map(|links| links.len()));
        }
    }
    pages
}
