//! Rejected by: step_3_late_beats_are_one_job
//! Outcome: wrong_answer
//! Why people write it: `Delay` sounds like what a late beat is.

use std::{pin::pin, time::Duration};

use tokio::{
    select,
    time::{MissedTickBehavior, interval},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut beats = interval(period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        select! {
            biased;
            () = &mut stop => return,
            _ = beats.tick() => job().await,
        }
    }
}
