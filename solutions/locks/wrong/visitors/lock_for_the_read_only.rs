//! Rejected by: step_2_no_visitor_is_lost_during_a_check
//! Outcome: wrong_answer
//! Why people write it: the guard is dropped early to keep it away from the await, and with it goes the protection.

use tokio::sync::Mutex;

use worlds::{Gate, Refused};

#[derive(Debug, Default)]
pub struct Visitors {
    hits: Mutex<u64>,
}

impl Visitors {
    pub fn new() -> Visitors {
        Visitors::default()
    }

    pub async fn visit(&self, gate: &Gate, visitor: &str) -> Result<u64, Refused> {
        let held = self.hits.lock().await;
        let hits = *held;
        drop(held);
        gate.check(visitor).await?;
        *self.hits.lock().await = hits + 1;
        Ok(hits + 1)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.lock().await
    }
}
