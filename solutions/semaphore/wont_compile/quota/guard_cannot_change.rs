//! Error: E0596

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
        let next = self.next.lock().await;
        sleep_until(*next).await;
        *next = Instant::now() + self.interval;
    }
}
