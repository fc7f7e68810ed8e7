//! Rejected by: step_3_it_takes_as_long_as_the_slowest
//! Outcome: wrong_answer
//! Why people write it: `map` looks like the loop that spawns them all, and spawns nothing before it is asked.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let tasks = reports.iter().map(|report| {
        let (outbox, report) = (outbox.clone(), report.clone());
        tokio::spawn(async move { outbox.send(&report).await })
    });
    let mut crashed = Vec::new();
    for (task, report) in tasks.zip(reports) {
        if task.await.is_err() {
            crashed.push(report.clone());
        }
    }
    crashed
}
