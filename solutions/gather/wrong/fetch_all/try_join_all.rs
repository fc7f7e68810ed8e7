//! Rejected by: step_3_one_failure_loses_nothing_else
//! Outcome: wrong_answer
//! Why people write it: the fetches give a `Result`, and the name with `try` is made for those.

use futures::future::try_join_all;
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    match try_join_all(urls.iter().map(|url| net.get(url))).await {
        Ok(pages) => pages.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    }
}
