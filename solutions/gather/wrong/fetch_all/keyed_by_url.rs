//! Rejected by: step_4_the_same_url_twice_is_fetched_twice
//! Outcome: wrong_answer
//! Why people write it: a map from url to result looks like the natural place to collect them.

use std::collections::HashMap;

use futures::future::join_all;
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let fetched = join_all(urls.iter().map(async |url| (url, net.get(url).await))).await;
    let mut pages: HashMap<&String, Result<Page, NetError>> = fetched.into_iter().collect();
    urls.iter().filter_map(|url| pages.remove(url)).collect()
}
