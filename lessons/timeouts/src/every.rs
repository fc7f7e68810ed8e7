//! # Periodic work: a weather balloon that reports in time
//!
//! A weather balloon reports its place every 100 ms, and the station on the ground draws its path
//! from that: a report belongs to a tenth of a second. In the first tests all was well. On a real
//! flight, where a report takes its time, the reports come later and later. The code compiles. Mend
//! it.
//!
//! - Read: `lessons/timeouts/README.md`
//! - Check: `cargo test -p timeouts every` or `cargo checker run timeouts/every`
//! - Hint: `cargo checker hint timeouts/every`
//! - Toolbox: `tokio::time::interval`, `tokio::time::MissedTickBehavior`,
//!   `tokio::time::timeout_at`, `Instant::elapsed`; one of them is a trap here
//! - Needs: closures, passing a future to a function, durations

use std::{pin::pin, time::Duration};

use tokio::time::timeout;

/// Does `job` at once, and then every `period` from the call on, until `stop` is ready. The period
/// is not zero.
///
/// The beats are at 0, 1, 2 … periods, however long the job takes. Two jobs are never under way
/// together: a beat that comes while one is, is late, and its job begins when that one ends. Of
/// several late beats only one job is made, and after it the beats are where they always were.
///
/// `stop` ends the waiting at once, and goes before a job that is to begin at the same time, the
/// first and the late ones too. A job that is under way comes to its end first. A `stop` that was
/// ready is not polled again.
///
/// # Cancel safety
///
/// Dropped, it drops the job under way.
pub async fn every(period: Duration, stop: impl Future<Output = ()>, mut job: impl AsyncFnMut()) {
    let mut stop = pin!(stop);
    let mut wait = Duration::ZERO;
    while timeout(wait, &mut stop).await.is_err() {
        job().await;
        wait = period;
    }
}
