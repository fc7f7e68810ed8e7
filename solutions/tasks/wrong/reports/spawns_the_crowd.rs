//! Rejected by: step_4_a_crash_loses_no_other_report
//! Outcome: wrong_answer
//! Why people write it: one task for all of them is a task too, and whoever joins it hears of the panic.

use futures::future::join_all;
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let (outbox, all) = (outbox.clone(), reports.to_vec());
    let task = tokio::spawn(async move {
        join_all(all.iter().map(|report| outbox.send(report))).await;
    });
    match task.await {
        Ok(()) => Vec::new(),
        Err(_) => reports.to_vec(),
    }
}
