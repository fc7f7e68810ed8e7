//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: a task in asyncio and a promise in JavaScript start without being awaited.

use futures::future::join_all;
use kit::{Journal, ms};
use tokio::time::sleep;

pub const PREDICTION: &[&str] =
    &["start 0", "start 1", "start 2", "calls made", "end 2", "end 1", "end 0", "[0, 1, 2]"];

pub async fn program(journal: &Journal) {
    let call = async |n: u64| {
        journal.mark(format!("start {n}"));
        sleep(ms(30 - 10 * n)).await;
        journal.mark(format!("end {n}"));
        n
    };
    let calls: Vec<_> = (0..3).map(call).collect();
    journal.mark("calls made");
    let results = join_all(calls).await;
    journal.mark(format!("{results:?}"));
}
