//! Rejected by: step_5_every_crash_is_named
//! Outcome: wrong_answer
//! Why people write it: a map from name to handle looks like the natural place to keep them.

use std::collections::BTreeMap;

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = BTreeMap::new();
    for report in reports.iter().cloned() {
        let (outbox, name) = (outbox.clone(), report.clone());
        tasks.insert(name, tokio::spawn(async move { outbox.send(&report).await }));
    }
    let mut crashed = Vec::new();
    for (report, task) in tasks {
        if task.await.is_err() {
            crashed.push(report);
        }
    }
    crashed
}
