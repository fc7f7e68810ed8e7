//! Rejected by: step_1_a_burst_passes_and_then_the_rate_holds
//! Outcome: wrong_answer
//! Why people write it: one call every 100 ms is ten a second; the burst is left out.

use std::time::Duration;

use tokio::{
    sync::Mutex,
    time::{Instant, sleep_until},
};

#[derive(Debug)]
pub struct Quota {
    interval: Duration,
    next: Mutex<Instant>,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let _ = burst;
        Quota { interval: Duration::from_secs(1) / per_second, next: Mutex::new(Instant::now()) }
    }

    pub async fn acquire(&self) {
        let mut next = self.next.lock().await;
        sleep_until(*next).await;
        *next = Instant::now() + self.interval;
    }
}
