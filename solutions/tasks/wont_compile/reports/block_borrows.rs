//! Error: E0373

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        tasks.push(tokio::spawn(async { outbox.send(&report).await }));
    }
    let mut crashed = Vec::new();
    for (task, report) in tasks.into_iter().zip(reports) {
        if task.await.is_err() {
            crashed.push(report.clone());
        }
    }
    crashed
}
