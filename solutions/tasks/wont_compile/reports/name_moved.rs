//! Error: E0382

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        let task = tokio::spawn(async move { outbox.send(&report).await });
        tasks.push((report, task));
    }
    let mut crashed = Vec::new();
    for (report, task) in tasks {
        if task.await.is_err() {
            crashed.push(report);
        }
    }
    crashed
}
