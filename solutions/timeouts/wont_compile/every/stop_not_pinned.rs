//! Error: E0277

use std::time::Duration;

use tokio::{
    select,
    time::{MissedTickBehavior, interval},
};

pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = stop;
    let mut beats = interval(period);
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        select! {
            biased;
            () = &mut stop => return,
            _ = beats.tick() => job().await,
        }
    }
}
