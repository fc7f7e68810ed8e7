//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a task of its own looks like the way to check without holding anything.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use worlds::{Gate, Refused};

#[derive(Debug, Default)]
pub struct Visitors {
    hits: Arc<AtomicU64>,
}

impl Visitors {
    pub fn new() -> Visitors {
        Visitors::default()
    }

    pub async fn visit(&self, gate: &Gate, visitor: &str) -> Result<u64, Refused> {
        let (hits, gate, visitor) = (Arc::clone(&self.hits), gate.clone(), visitor.to_owned());
        let check = tokio::spawn(async move {
            gate.check(&visitor).await?;
            Ok(hits.fetch_add(1, Ordering::SeqCst) + 1)
        });
        check.await.expect("no check panics")
    }

    pub async fn hits(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
