//! Rejected by: step_4_a_crash_loses_no_other_report
//! Outcome: wrong_answer
//! Why people write it: `join_all` of the futures is how it is done in the lesson before, and needs no task.

use futures::future::join_all;
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    join_all(reports.iter().map(|report| outbox.send(report))).await;
    Vec::new()
}
