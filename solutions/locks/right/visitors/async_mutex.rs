//! Differs by: an async mutex, locked after the check.

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
        gate.check(visitor).await?;
        let mut hits = self.hits.lock().await;
        *hits += 1;
        Ok(*hits)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.lock().await
    }
}
