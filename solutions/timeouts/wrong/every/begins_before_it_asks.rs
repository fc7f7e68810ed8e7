//! Rejected by: step_6_a_stop_goes_before_a_beat
//! Outcome: wrong_answer
//! Why people write it: the first job is due at once, so it is done before the loop, and the stop is first asked in it.

use std::{pin::pin, time::Duration};

use tokio::{
    select,
    time::{MissedTickBehavior, interval},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval(period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    beats.tick().await;
    job().await;
    loop {
        select! {
            biased;
            () = &mut stop => return,
            _ = beats.tick() => job().await,
        }
    }
}
