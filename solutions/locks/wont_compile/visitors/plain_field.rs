//! Error: E0594

use worlds::{Gate, Refused};

#[derive(Debug, Default)]
pub struct Visitors {
    hits: u64,
}

impl Visitors {
    pub fn new() -> Visitors {
        Visitors::default()
    }

    pub async fn visit(&self, gate: &Gate, visitor: &str) -> Result<u64, Refused> {
        gate.check(visitor).await?;
        self.hits += 1;
        Ok(self.hits)
    }

    pub async fn hits(&self) -> u64 {
        self.hits
    }
}
