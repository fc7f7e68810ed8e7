//! Rejected by: step_2_all_are_delivered_when_it_returns
//! Outcome: wrong_answer
//! Why people write it: one report that hangs must not hold up the night, so nobody is waited for beyond a limit.

use tokio::time::{Instant, timeout_at};
use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut tasks = Vec::new();
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        tasks.push(tokio::spawn(async move { outbox.send(&report).await }));
    }
    let limit = Instant::now() + kit::ms(100);
    let mut crashed = Vec::new();
    for (task, report) in tasks.into_iter().zip(reports) {
        if let Ok(Err(_)) = timeout_at(limit, task).await {
            crashed.push(report.clone());
        }
    }
    crashed
}
