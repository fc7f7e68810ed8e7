//! Differs by: a `JoinSet` owns a task for the watch and aborts it when it is dropped.

use std::time::Duration;

use tokio::task::JoinSet;

pub async fn ring_bells(watch: &kit::Journal) {
    let mut crew = JoinSet::new();
    let watch = watch.clone();
    crew.spawn(async move {
        for bell in 1..=4 {
            tokio::time::sleep(Duration::from_secs(30 * 60)).await;
            watch.mark(format!("bell {bell}"));
        }
    });
    crew.join_all().await;
}
