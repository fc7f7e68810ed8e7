//! Rejected by: step_2_all_are_delivered_when_it_returns
//! Outcome: wrong_answer
//! Why people write it: the last one that begins seems to be the last one that ends.

use worlds::Outbox;

pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let mut last = None;
    for report in reports.iter().cloned() {
        let outbox = outbox.clone();
        last = Some(tokio::spawn(async move { outbox.send(&report).await }));
    }
    let Some(task) = last else { return Vec::new() };
    match task.await {
        Ok(()) => Vec::new(),
        Err(_) => reports.last().cloned().into_iter().collect(),
    }
}
