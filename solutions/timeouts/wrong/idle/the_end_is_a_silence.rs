//! Rejected by: step_1_everything_is_read_until_the_probe_is_gone
//! Outcome: wrong_answer
//! Why people write it: `while let` takes the samples in one line, and every other ending looks like a limit.

use std::time::Duration;

use tokio::{
    sync::mpsc::Receiver,
    time::{Instant, timeout_at},
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
    let mut silence = Instant::now() + idle;
    while let Ok(Some(sample)) = timeout_at(end.min(silence), samples.recv()).await {
        read.push(sample);
        silence = Instant::now() + idle;
    }
    (read, if end <= silence { Why::Total } else { Why::Idle })
}
