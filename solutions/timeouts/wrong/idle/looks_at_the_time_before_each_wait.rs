//! Rejected by: step_4_what_is_there_at_the_limit_counts
//! Outcome: wrong_answer
//! Why people write it: without time left there is nothing to wait for, so the loop ends there, although the channel is not empty.

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
    while Instant::now() < end {
        let silence = Instant::now() + idle;
        match timeout_at(end.min(silence), samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) if end <= silence => return (read, Why::Total),
            Err(_) => return (read, Why::Idle),
        }
    }
    (read, Why::Total)
}
