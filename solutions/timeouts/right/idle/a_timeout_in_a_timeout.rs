//! Differs by: two timeouts, one around each wait and one around the loop, with the samples outside of both.

use std::time::Duration;

use tokio::{sync::mpsc::Receiver, time::timeout};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Closed,
    Idle,
    Total,
}

pub async fn read_until_idle(
    samples: &mut Receiver<i32>,
    idle: Duration,
    total: Duration,
) -> (Vec<i32>, Why) {
    let mut read = Vec::new();
    let reading = async {
        loop {
            match timeout(idle, samples.recv()).await {
                Ok(Some(sample)) => read.push(sample),
                Ok(None) => return Why::Closed,
                Err(_) => return Why::Idle,
            }
        }
    };
    let why = timeout(total, reading).await.unwrap_or(Why::Total);
    (read, why)
}
