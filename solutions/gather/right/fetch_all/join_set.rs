//! Differs by: a `JoinSet` owns a task for each fetch and aborts them when it is dropped.

use tokio::task::JoinSet;
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let mut tasks = JoinSet::new();
    for (index, url) in urls.iter().cloned().enumerate() {
        let net = net.clone();
        tasks.spawn(async move { (index, net.get(&url).await) });
    }
    let mut pages = tasks.join_all().await;
    pages.sort_by_key(|(index, _)| *index);
    pages.into_iter().map(|(_, page)| page).collect()
}
