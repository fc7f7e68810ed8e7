//! `fetch_all`, solved: one future that polls all fetches.

use futures::future::join_all;
use worlds::{Net, NetError, Page};

/// Fetches every url at the same time.
pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    // `map` only makes the futures. `join_all` polls them together, puts each output where its
    // future stood, and owns them: dropping it drops them all. `try_join_all` would return at the
    // first `Err` and drop the rest.
    join_all(urls.iter().map(|url| net.get(url))).await
}
