//! Rejected by: step_3_it_takes_as_long_as_the_slowest
//! Outcome: wrong_answer
//! Why people write it: `spawn(…).await` reads like "run it as a task, and wait", and nothing is lost.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut crashed = Vec::new();
    for report in reports {
        let (outbox, name) = (outbox.clone(), report.clone());
        if tokio::spawn(async move { outbox.send(&name).await }).await.is_err() {
            crashed.push(report.clone());
        }
    }
    crashed
}
