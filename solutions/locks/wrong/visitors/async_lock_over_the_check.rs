//! Rejected by: step_3_all_checks_run_together
//! Outcome: wrong_answer
//! Why people write it: an async mutex may be held over an await, so it is.

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
        let mut hits = self.hits.lock().await;
        gate.check(visitor).await?;
        *hits += 1;
        Ok(*hits)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.lock().await
    }
}
