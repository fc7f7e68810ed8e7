//! Rejected by: step_6_a_stop_goes_before_a_beat
//! Outcome: wrong_answer
//! Why people write it: a `select!` is fair by default, and a stop at the very time of a beat is thought to be rare.
//! Draws lots: which of its three stops comes too late.

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
            () = &mut stop => return,
            _ = beats.tick() => job().await,
        }
    }
}
