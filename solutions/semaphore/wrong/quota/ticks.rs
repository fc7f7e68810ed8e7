//! Rejected by: step_1_a_burst_passes_and_then_the_rate_holds
//! Outcome: wrong_answer
//! Why people write it: `interval` ticks ten times a second; it also ticks when nobody asks, and saves nothing up.

use std::time::Duration;

use tokio::{
    sync::Mutex,
    time::{Interval, MissedTickBehavior, interval},
};

#[derive(Debug)]
pub struct Quota {
    ticks: Mutex<Interval>,
}

impl Quota {
    pub fn new(per_second: u32, burst: u32) -> Quota {
        let _ = burst;
        let mut ticks = interval(Duration::from_secs(1) / per_second);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Quota { ticks: Mutex::new(ticks) }
    }

    pub async fn acquire(&self) {
        self.ticks.lock().await.tick().await;
    }
}
