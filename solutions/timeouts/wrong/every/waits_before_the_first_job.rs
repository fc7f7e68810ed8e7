//! Rejected by: step_1_the_first_job_begins_at_once
//! Outcome: wrong_answer
//! Why people write it: every period means after each period, so the first beat is put one period ahead.

use std::{pin::pin, time::Duration};

use tokio::{
    select,
    time::{Instant, MissedTickBehavior, interval_at},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval_at(Instant::now() + period, period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        select! {
            biased;
            () = &mut stop => return,
            _ = beats.tick() => job().await,
        }
    }
}
