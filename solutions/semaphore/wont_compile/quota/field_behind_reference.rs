//! Error: E0594

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

#[derive(Debug)]
pub struct Quota {
    interval: Duration,
    next: Instant,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let _ = burst;
        Quota { interval: Duration::from_secs(1) / per_second, next: Instant::now() }
    }

    pub async fn acquire(&self) {
        sleep_until(self.next).await;
        self.next = Instant::now() + self.interval;
    }
}
