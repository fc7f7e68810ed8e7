//! Rejected by: step_4_a_crash_loses_no_other_report
//! Outcome: wrong_answer
//! Why people write it: an error ends what it happens in, and the name of the one that crashed seems to be all that is asked.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        tasks.push(tokio::spawn(async move { outbox.send(&report).await }));
    }
    for (task, report) in tasks.into_iter().zip(reports) {
        if task.await.is_err() {
            return vec![report.clone()];
        }
    }
    Vec::new()
}
