//! Rejected by: step_2_each_page_is_fetched_once
//! Outcome: wrong_answer
//! Why people write it: a page that is in the result is done, so whatever is not in it is to be done.

use std::collections::{BTreeMap, VecDeque};

use tokio::task::JoinSet;
use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
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
        let Some(fetched) = fetches.join_next().await else { return pages };
        let (path, links) = fetched.expect("a fetch does not panic, and nobody aborts it");
        pages.insert(path, links.as_ref().map(Vec::len).map_err(PageError::clone));
        for link in links.into_iter().flatten() {
            if link.starts_with('/') && !pages.contains_key(&link) {
                waiting.push_back(link);
            }
        }
    }
}
