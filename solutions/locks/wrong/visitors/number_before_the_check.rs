//! Rejected by: step_4_each_number_is_given_once
//! Outcome: wrong_answer
//! Why people write it: the counter is mended, and the number is still what was read on arrival.

use std::sync::atomic::{AtomicU64, Ordering};

use worlds::{Gate, Refused};

#[derive(Debug, Default)]
pub struct Visitors {
    hits: AtomicU64,
}

impl Visitors {
    pub fn new() -> Visitors {
        Visitors::default()
    }

    pub async fn visit(&self, gate: &Gate, visitor: &str) -> Result<u64, Refused> {
        let number = self.hits.load(Ordering::SeqCst) + 1;
        gate.check(visitor).await?;
        self.hits.fetch_add(1, Ordering::SeqCst);
        Ok(number)
    }

    pub async fn hits(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
