//! Differs by: the wait for the stop ends at the next beat, which is computed.

use std::{pin::pin, time::Duration};

use tokio::time::{Instant, timeout_at};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beat = Instant::now();
    while timeout_at(beat, &mut stop).await.is_err() {
        // The job is for this beat and for those that are past.
        let now = Instant::now();
        while beat <= now {
            beat += period;
        }
        job().await;
    }
}
