//! Rejected by: step_6_a_stop_goes_before_a_beat
//! Outcome: wrong_answer
//! Why people write it: the beat is what the loop is about, so it stands first.

use std::{pin::pin, time::Duration};

use tokio::{
    select,
    time::{MissedTickBehavior, interval},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval(period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        select! {
            biased;
            _ = beats.tick() => job().await,
            () = &mut stop => return,
        }
    }
}
