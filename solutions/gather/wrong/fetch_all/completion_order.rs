//! Rejected by: step_1_results_keep_the_order_of_the_urls
//! Outcome: wrong_answer
//! Why people write it: `buffer_unordered` is the first hit for "run futures concurrently".

use futures::{StreamExt, stream};
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let fetches: Vec<_> = urls.iter().map(|url| net.get(url)).collect();
    stream::iter(fetches).buffer_unordered(urls.len().max(1)).collect().await
}
