//! Rejected by: step_1_every_report_is_sent_once
//! Outcome: wrong_answer
//! Why people write it: a name that stands in the list twice looks like a mistake of the caller.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut names: Vec<&String> = Vec::new();
    let mut tasks = Vec::new();
    for report in reports {
        if names.contains(&report) {
            continue;
        }
        names.push(report);
        let (outbox, report) = (outbox.clone(), report.clone());
        tasks.push(tokio::spawn(async move { outbox.send(&report).await }));
    }
    let mut crashed = Vec::new();
    for (task, report) in tasks.into_iter().zip(names) {
        if task.await.is_err() {
            crashed.push(report.clone());
        }
    }
    crashed
}
