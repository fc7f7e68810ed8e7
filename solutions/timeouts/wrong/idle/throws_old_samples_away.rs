//! Rejected by: step_1_everything_is_read_until_the_probe_is_gone
//! Outcome: wrong_answer
//! Why people write it: what lay in the channel before the call is old, so it is emptied first.

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
    while samples.try_recv().is_ok() {}
    let end = Instant::now() + total;
    let mut read = Vec::new();
    loop {
        let silence = Instant::now() + idle;
        match timeout_at(end.min(silence), samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) if end <= silence => return (read, Why::Total),
            Err(_) => return (read, Why::Idle),
        }
    }
}
