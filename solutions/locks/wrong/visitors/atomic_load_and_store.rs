//! Rejected by: step_2_no_visitor_is_lost_during_a_check
//! Outcome: wrong_answer
//! Why people write it: an atomic is said to need no lock, but a load and a store are two accesses.

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
        let hits = self.hits.load(Ordering::SeqCst);
        gate.check(visitor).await?;
        self.hits.store(hits + 1, Ordering::SeqCst);
        Ok(hits + 1)
    }

    pub async fn hits(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
