//! Rejected by: step_4_a_crash_loses_no_other_report
//! Outcome: wrong_answer
//! Why people write it: the `Result` of a handle is new, `expect` makes it go away, and no report panics in the trial.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        tasks.push(tokio::spawn(async move { outbox.send(&report).await }));
    }
    for task in tasks {
        task.await.expect("no report panics");
    }
    Vec::new()
}
