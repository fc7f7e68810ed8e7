//! Rejected by: step_2_no_visitor_is_lost_during_a_check
//! Outcome: blocked
//! Why people write it: one guard for read and write is right, and the check stands between them.

use std::sync::Mutex;

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
        let mut hits = self.hits.lock().expect("nobody panics while counting");
        gate.check(visitor).await?;
        *hits += 1;
        Ok(*hits)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.lock().expect("nobody panics while counting")
    }
}
