//! Rejected by: step_4_first_come_first_served
//! Outcome: wrong_answer
//! Why people write it: a lock is not to be held across an `.await`, so it is dropped before the wait.

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
        let due = {
            let mut bucket = self.bucket.lock().await;
            self.refill(&mut bucket);
            if bucket.tokens > 0 {
                bucket.tokens -= 1;
                return;
            }
            bucket.counted_to + self.interval
        };
        sleep_until(due).await;
        let mut bucket = self.bucket.lock().await;
        self.refill(&mut bucket);
        bucket.tokens = bucket.tokens.saturating_sub(1);
    }

    fn refill(&self, bucket: &mut Bucket) {
        while bucket.counted_to + self.interval <= Instant::now() {
            bucket.counted_to += self.interval;
            bucket.tokens += 1;
        }
        if bucket.tokens >= self.burst {
            bucket.tokens = self.burst;
            bucket.counted_to = Instant::now();
        }
    }
}
