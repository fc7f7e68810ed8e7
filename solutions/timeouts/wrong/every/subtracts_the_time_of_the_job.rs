//! Rejected by: step_3_late_beats_are_one_job
//! Outcome: wrong_answer
//! Why people write it: the job took 30 ms, so 70 are left to sleep; what a job that takes longer than the period leaves is zero.

use std::{pin::pin, time::Duration};

use tokio::time::{Instant, timeout};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut wait = Duration::ZERO;
    while timeout(wait, &mut stop).await.is_err() {
        let start = Instant::now();
        job().await;
        wait = period.saturating_sub(start.elapsed());
    }
}
