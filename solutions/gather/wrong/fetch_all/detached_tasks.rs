//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `create_task` and `gather` are how it is done in asyncio.

use futures::future::join_all;
use worlds::{Net, NetError, Page};

pub async fn fetch_all(net: &Net, urls: &[String]) -> Vec<Result<Page, NetError>> {
    let tasks = urls.iter().cloned().map(|url| {
        let net = net.clone();
        tokio::spawn(async move { net.get(&url).await })
    });
    let tasks: Vec<_> = tasks.collect();
    join_all(tasks).await.into_iter().map(|task| task.expect("no fetch panics")).collect()
}
