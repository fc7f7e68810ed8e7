//! Rejected by: step_3_one_failure_loses_nothing_else
//! Outcome: wrong_answer
//! Why people write it: `filter(Result::is_ok)` makes the type easier to go on with.

use futures::future::join_all;
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let pages = join_all(urls.iter().map(|url| net.get(url))).await;
    pages.into_iter().filter(Result::is_ok).collect()
}
