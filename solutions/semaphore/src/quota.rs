//! `quota`, solved: one moment in time is the whole bucket.

use std::time::Duration;

use tokio::{
    sync::Mutex,
    time::{Instant, sleep},
};

/// A bucket of tokens: each call takes one, and time brings new ones.
#[derive(Debug)]
pub struct Quota {
    /// How long one token takes to come.
    interval: Duration,
    /// How long an empty bucket takes to be full.
    fill: Duration,
    /// When the bucket will be full, or was. A count and a time of the last refill say the same,
    /// with two values to keep in step and a rounding in between.
    full_at: Mutex<Instant>,
}

impl Quota {
    /// A full bucket: it holds at most `burst` tokens, and gains `per_second` of them a second.
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let interval = Duration::from_secs(1) / per_second;
        Quota { interval, fill: interval * burst, full_at: Mutex::new(Instant::now()) }
    }

    /// Takes one token, and waits until there is one.
    pub async fn acquire(&self) {
        // The lock is held during the wait, on purpose: tokio's mutex serves its line in order, so
        // the line for the lock is the line for the tokens, and only its head needs a timer.
        let mut full_at = self.full_at.lock().await;
        let now = Instant::now();
        // `max`, because a full bucket stays full: idle time is not saved up.
        let with_one_less = (*full_at).max(now) + self.interval;
        // No bucket is more than `fill` away from full: what exceeds it is the wait for the token.
        sleep(with_one_less.saturating_duration_since(now + self.fill)).await;
        // Only now is the token taken. A call dropped in the wait above has changed nothing.
        *full_at = with_one_less;
    }
}
