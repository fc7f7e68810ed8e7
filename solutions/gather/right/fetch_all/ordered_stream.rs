//! Differs by: a stream with an ordered buffer as large as the list polls the fetches.

use futures::{StreamExt, stream};
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let fetches: Vec<_> = urls.iter().map(|url| net.get(url)).collect();
    stream::iter(fetches).buffered(urls.len().max(1)).collect().await
}
