//! Rejected by: step_3_late_beats_are_one_job
//! Outcome: wrong_answer
//! Why people write it: a beat that was missed is past, and the next one is ahead: the late job is left out.

use std::{pin::pin, time::Duration};

use tokio::time::{Instant, timeout_at};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beat = Instant::now();
    while timeout_at(beat, &mut stop).await.is_err() {
        job().await;
        beat += period;
        while beat < Instant::now() {
            beat += period;
        }
    }
}
