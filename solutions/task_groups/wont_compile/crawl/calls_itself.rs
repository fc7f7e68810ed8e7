//! Error: E0733

use std::collections::BTreeMap;

use worlds::{Intranet, PageError};

pub async fn crawl(
    intranet: &Intranet,
    start: &str,
    limit: usize,
) -> BTreeMap<String, Result<usize, PageError>> {
    let links = intranet.fetch(start).await;
    let mut pages = BTreeMap::new();
    for link in links.iter().flatten() {
        if link.starts_with('/') {
            pages.extend(crawl(intranet, link, limit).await);
        }
    }
    pages.insert(start.to_owned(), links.map(|links| links.len()));
    pages
}
