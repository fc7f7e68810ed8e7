//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: counting before the check leaves no await between read and write; who is refused is taken back.

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
        let number = self.hits.fetch_add(1, Ordering::SeqCst) + 1;
        let answer = gate.check(visitor).await;
        if answer.is_err() {
            self.hits.fetch_sub(1, Ordering::SeqCst);
        }
        answer.map(|()| number)
    }

    pub async fn hits(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
