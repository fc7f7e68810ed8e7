//! Rejected by: step_2_idle_time_fills_no_more_than_the_burst
//! Outcome: wrong_answer
//! Why people write it: elapsed time divided by the interval is the number of new tokens; the ceiling is forgotten.

use std::time::Duration;

use tokio::{
    sync::Mutex,
    time::{Instant, sleep_until},
};

#[derive(Debug)]
pub struct Quota {
    interval: Duration,
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
        Quota { interval: Duration::from_secs(1) / per_second, bucket }
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
        while bucket.counted_to + self.interval <= Instant::now() {
            bucket.counted_to += self.interval;
            bucket.tokens += 1;
        }
    }
}
