//! Rejected by: step_3_no_part_of_a_token_is_lost
//! Outcome: wrong_answer
//! Why people write it: after a refill the time of the last refill is now; the half token in between is rounded off.

use std::time::Duration;

use tokio::{
    sync::Mutex,
    time::{Instant, sleep_until},
};

#[derive(Debug)]
pub struct Quota {
    interval: Duration,
    burst: u32,
    bucket: Mutex<Bucket>,
}

#[derive(Debug)]
struct Bucket {
    tokens: u32,
    /// Up to when time has been turned into tokens.
    counted_to: Instant,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let bucket = Mutex::new(Bucket { tokens: burst, counted_to: Instant::now() });
        Quota { interval: Duration::from_secs(1) / per_second, burst, bucket }
    }

    pub async fn acquire(&self) {
        let mut bucket = self.bucket.lock().await;
        self.refill(&mut bucket);
        if bucket.tokens == 0 {
            sleep_until(bucket.counted_to + self.interval).await;
            self.refill(&mut bucket);
        }
        bucket.tokens -= 1;
    }

    fn refill(&self, bucket: &mut Bucket) {
        let waited = Instant::now() - bucket.counted_to;
        let new = waited.as_millis() / self.interval.as_millis();
        let new = u32::try_from(new).unwrap_or(u32::MAX);
        if new > 0 || bucket.tokens == self.burst {
            bucket.tokens = bucket.tokens.saturating_add(new).min(self.burst);
            bucket.counted_to = Instant::now();
        }
    }
}
