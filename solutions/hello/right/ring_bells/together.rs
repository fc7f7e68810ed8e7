//! Differs by: four futures wait side by side, each for its own hour; no loop orders them.

use std::time::Duration;

use futures::future::join_all;

pub async fn ring_bells(watch: &kit::Journal) {
    join_all((1..=4).map(async |bell: u32| {
        tokio::time::sleep(Duration::from_secs(30 * 60) * bell).await;
        watch.mark(format!("bell {bell}"));
    }))
    .await;
}
