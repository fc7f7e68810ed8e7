//! Rejected by: step_5_every_crash_is_named
//! Outcome: wrong_answer
//! Why people write it: the results are taken as they come, to be as early as can be, and so are the names.

use futures::{StreamExt, stream::FuturesUnordered};
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let tasks: FuturesUnordered<_> = reports
        .iter()
        .map(|report| {
            let (outbox, name) = (outbox.clone(), report.clone());
            let task = tokio::spawn(async move { outbox.send(&name).await });
            async move { (report, task.await.is_err()) }
        })
        .collect();
    tasks.filter_map(async |(report, is_crash)| is_crash.then(|| report.clone())).collect().await
}
