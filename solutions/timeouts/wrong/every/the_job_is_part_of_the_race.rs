//! Rejected by: step_5_a_job_under_way_comes_to_its_end
//! Outcome: wrong_answer
//! Why people write it: waiting and working make one future, and the block of its branch stays empty.

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
        let beat = async {
            beats.tick().await;
            job().await;
        };
        select! {
            biased;
            () = &mut stop => return,
            () = beat => {}
        }
    }
}
