//! `every`, solved: an interval keeps the beat, and the job stands outside of every race.

use std::{pin::pin, time::Duration};

use tokio::{
    select,
    time::{MissedTickBehavior, interval},
};

/// Does `job` at once, and then every `period` from the call on, until `stop` is ready.
///
/// # Cancel safety
///
/// Dropped, it drops the job under way.
pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    // An interval knows when the next beat is, whatever happens between two of them. A sleep would
    // begin when the job ends, and the beats would move by the time of each job.
    let mut beats = interval(period);
    // One job for all that was missed, and then the old beat. `Burst`, which is what an interval
    // does by itself, makes up for each of them; `Delay` begins a new beat at the late one.
    beats.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        // In this order: at the same time, the stop goes first.
        select! {
            biased;
            () = &mut stop => return,
            // The job is the block of the branch and not its future: nothing can cut it off.
            _ = beats.tick() => job().await,
        }
    }
}
