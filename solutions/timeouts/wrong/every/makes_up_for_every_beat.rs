//! Rejected by: step_3_late_beats_are_one_job
//! Outcome: wrong_answer
//! Why people write it: an interval is used as it comes, and what it does after a long job is not looked up.

use std::{pin::pin, time::Duration};

use tokio::{select, time::interval};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval(period);
    loop {
        select! {
            biased;
            () = &mut stop => return,
            _ = beats.tick() => job().await,
        }
    }
}
