//! Rejected by: step_6_a_stop_goes_before_a_beat
//! Outcome: wrong_answer
//! Why people write it: work that is due is done before one stops, so the stop is asked only when the beat is ahead.

use std::{pin::pin, time::Duration};

use tokio::time::{Instant, timeout_at};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beat = Instant::now();
    loop {
        if Instant::now() <= beat && timeout_at(beat, &mut stop).await.is_ok() {
            return;
        }
        job().await;
        let late = Instant::now().saturating_duration_since(beat).as_millis();
        let periods = u32::try_from(late / period.as_millis()).unwrap_or(u32::MAX).max(1);
        beat += period * periods;
    }
}
