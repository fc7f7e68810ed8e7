//! Rejected by: step_5_a_canceled_call_costs_nothing
//! Outcome: wrong_answer
//! Why people write it: take the next slot, then sleep until it comes: no lock is held, and the order is right.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::{Instant, sleep};

#[derive(Debug)]
pub struct Quota {
    interval: Duration,
    fill: Duration,
    full_at: Mutex<Instant>,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let interval = Duration::from_secs(1) / per_second;
        Quota { interval, fill: interval * burst, full_at: Mutex::new(Instant::now()) }
    }

    pub async fn acquire(&self) {
        let now = Instant::now();
        let wait = {
            let mut full_at = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
            *full_at = (*full_at).max(now) + self.interval;
            full_at.saturating_duration_since(now + self.fill)
        };
        sleep(wait).await;
    }
}
