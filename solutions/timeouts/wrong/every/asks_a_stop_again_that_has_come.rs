//! Rejected by: step_5_a_job_under_way_comes_to_its_end
//! Outcome: panicked
//! Why people write it: the stop is listened to during the job as well, and forgotten when the job has ended.

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
            () = &mut stop => return,
            _ = beats.tick() => {}
        }
        let mut work = pin!(job());
        select! {
            biased;
            () = &mut stop => work.await,
            () = &mut work => {}
        }
    }
}
