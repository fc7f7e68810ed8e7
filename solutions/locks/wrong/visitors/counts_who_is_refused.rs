//! Rejected by: step_1_who_passes_gets_the_next_number
//! Outcome: wrong_answer
//! Why people write it: the question mark stands at the end, where the result is given.

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
        let answer = gate.check(visitor).await;
        let mut hits = self.hits.lock().expect("nobody panics while counting");
        *hits += 1;
        answer.map(|()| *hits)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.lock().expect("nobody panics while counting")
    }
}
