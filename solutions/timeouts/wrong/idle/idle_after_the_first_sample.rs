//! Rejected by: step_2_each_sample_starts_the_idle_time_anew
//! Outcome: wrong_answer
//! Why people write it: silence is the time between two samples, so it needs a first one.

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
    let mut silence = end;
    loop {
        match timeout_at(end.min(silence), samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) if end <= silence => return (read, Why::Total),
            Err(_) => return (read, Why::Idle),
        }
        silence = Instant::now() + idle;
    }
}
