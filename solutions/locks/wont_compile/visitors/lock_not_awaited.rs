//! Error: E0614

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
        *self.hits.lock() += 1;
        Ok(*self.hits.lock().await)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.lock().await
    }
}
