//! Differs by: the stop is awaited beside the loop and rings a bell, which the loop waits for until each beat.

use std::time::Duration;

use tokio::{
    join,
    sync::Notify,
    time::{Instant, timeout_at},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let bell = Notify::new();
    let start = Instant::now();
    let ring = async {
        stop.await;
        bell.notify_one();
    };
    let work = async {
        let mut number = 0;
        while timeout_at(start + period * number, bell.notified()).await.is_err() {
            while start + period * number <= Instant::now() {
                number += 1;
            }
            job().await;
        }
    };
    join!(biased; ring, work);
}
