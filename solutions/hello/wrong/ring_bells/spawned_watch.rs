//! Rejected by: step_4_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `asyncio.create_task` is how background work is started in asyncio.

use std::time::Duration;

pub async fn ring_bells(watch: &kit::Journal) {
    let watch = watch.clone();
    let task = tokio::spawn(async move {
        for bell in 1..=4 {
            tokio::time::sleep(Duration::from_secs(30 * 60)).await;
            watch.mark(format!("bell {bell}"));
        }
    });
    task.await.expect("no bell panics");
}
