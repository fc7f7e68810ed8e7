//! Rejected by: step_2_all_fetches_run_together
//! Outcome: wrong_answer
//! Why people write it: a loop with `.await` in its body reads like concurrent code.

use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let mut pages = Vec::new();
    for url in urls {
        pages.push(net.get(url).await);
    }
    pages
}
