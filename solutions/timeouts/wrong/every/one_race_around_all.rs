//! Rejected by: step_5_a_job_under_way_comes_to_its_end
//! Outcome: wrong_answer
//! Why people write it: one race of the stop against the whole loop needs no thought about where it may stop.

use std::{pin::pin, time::Duration};

use tokio::{
    select,
    time::{MissedTickBehavior, interval},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let stop = pin!(stop);
    let mut beats = interval(period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let work = async {
        loop {
            beats.tick().await;
            job().await;
        }
    };
    select! {
        biased;
        () = stop => {}
        () = work => {}
    }
}
