//! Differs by: a watch channel, whose sender changes the value under its own lock.

use tokio::sync::watch;

use worlds::{Gate, Refused};

#[derive(Debug, Default)]
pub struct Visitors {
    hits: watch::Sender<u64>,
}

impl Visitors {
    pub fn new() -> Visitors {
        Visitors::default()
    }

    pub async fn visit(&self, gate: &Gate, visitor: &str) -> Result<u64, Refused> {
        gate.check(visitor).await?;
        let mut number = 0;
        self.hits.send_modify(|hits| {
            *hits += 1;
            number = *hits;
        });
        Ok(number)
    }

    pub async fn hits(&self) -> u64 {
        *self.hits.borrow()
    }
}
