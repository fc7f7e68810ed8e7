//! Rejected by: step_3_it_takes_as_long_as_the_slowest
//! Outcome: wrong_answer
//! Why people write it: a second seems enough for everybody, and with it no report is missing in the trial.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        tasks.push(tokio::spawn(async move { outbox.send(&report).await }));
    }
    tokio::time::sleep(kit::ms(1_000)).await;
    let mut crashed = Vec::new();
    for (task, report) in tasks.into_iter().zip(reports) {
        if task.is_finished() && task.await.is_err() {
            crashed.push(report.clone());
        }
    }
    crashed
}
