//! Rejected by: step_4_first_come_first_served
//! Outcome: wrong_answer
//! Why people write it: a short pause and another look need no line; who looks at the right moment wins.

use std::time::Duration;

use tokio::{
    sync::Mutex,
    time::{Instant, sleep},
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
        loop {
            {
                let mut bucket = self.bucket.lock().await;
                self.refill(&mut bucket);
                if bucket.tokens > 0 {
                    bucket.tokens -= 1;
                    return;
                }
            }
            sleep(Duration::from_millis(10)).await;
        }
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
