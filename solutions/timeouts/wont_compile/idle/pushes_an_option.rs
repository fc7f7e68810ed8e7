//! Error: E0308

use std::time::Duration;

use tokio::{
    sync::mpsc::Receiver,
    time::{Instant, timeout},
};

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
    let end = Instant::now() + total;
    let mut read = Vec::new();
    loop {
        match timeout(idle.min(end - Instant::now()), samples.recv()).await {
            Ok(sample) => read.push(sample),
            Err(_) => return (read, Why::Idle),
        }
    }
}
