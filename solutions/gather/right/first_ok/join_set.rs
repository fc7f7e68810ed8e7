//! Differs by: a `JoinSet` owns a task for each mirror and aborts them when it is dropped.

use tokio::task::JoinSet;
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut tasks = JoinSet::new();
    for (place, mirror) in mirrors.iter().cloned().enumerate() {
        let net = net.clone();
        tasks.spawn(async move { (place, net.get(&mirror).await) });
    }
    let mut errors = Vec::new();
    while let Some(task) = tasks.join_next().await {
        match task.expect("no fetch panics") {
            (_, Ok(page)) => return Ok(page),
            (place, Err(error)) => errors.push((place, error)),
        }
    }
    errors.sort_by_key(|(place, _)| *place);
    Err(errors.into_iter().map(|(_, error)| error).collect())
}
