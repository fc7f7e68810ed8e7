//! Differs by: `join_all` awaits handles that abort their tasks when the call is dropped.

use futures::future::join_all;
use tokio_util::task::AbortOnDropHandle;
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let tasks = reports.iter().cloned().map(|report| {
        let outbox = outbox.clone();
        AbortOnDropHandle::new(tokio::spawn(async move { outbox.send(&report).await }))
    });
    let ended = join_all(tasks).await.into_iter().zip(reports);
    ended.filter(|(ended, _)| ended.is_err()).map(|(_, report)| report.clone()).collect()
}
