//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task for each mirror, and dropping its handle is taken for stopping it.

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::{Net, NetError, Page};

pub async fn first_ok(net: &Net, mirrors: &[String]) -> Result<Page, Vec<NetError>> {
    let mut tasks: FuturesUnordered<_> = mirrors
        .iter()
        .cloned()
        .enumerate()
        .map(|(place, mirror)| {
            let net = net.clone();
            tokio::spawn(async move { (place, net.get(&mirror).await) })
        })
        .collect();
    let mut errors = vec![None; mirrors.len()];
    while let Some(task) = tasks.next().await {
        match task.expect("no fetch panics") {
            (_, Ok(page)) => return Ok(page),
            (place, Err(error)) => errors[place] = Some(error),
        }
    }
    Err(errors.into_iter().flatten().collect())
}
