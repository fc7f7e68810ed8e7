//! Rejected by: step_5_every_crash_is_named
//! Outcome: wrong_answer
//! Why people write it: every handle is awaited, and what it gives looks like nothing, as a report gives nothing.

use futures::future::join_all;
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        tasks.push(tokio::spawn(async move { outbox.send(&report).await }));
    }
    join_all(tasks).await;
    Vec::new()
}
