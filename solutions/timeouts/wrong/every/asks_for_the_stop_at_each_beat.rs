//! Rejected by: step_4_a_stop_ends_the_waiting
//! Outcome: wrong_answer
//! Why people write it: the stop is looked at where the loop begins, like a flag.

use std::{pin::pin, time::Duration};

use futures::FutureExt;
use tokio::time::{MissedTickBehavior, interval};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval(period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        beats.tick().await;
        if stop.as_mut().now_or_never().is_some() {
            return;
        }
        job().await;
    }
}
