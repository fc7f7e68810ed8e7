//! Rejected by: step_3_no_sample_extends_the_total_time
//! Outcome: wrong_answer
//! Why people write it: the reading begins with the first sample, so its time is thought to begin there as well.

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
    let mut read = Vec::new();
    match timeout_at(Instant::now() + idle.min(total), samples.recv()).await {
        Ok(Some(sample)) => read.push(sample),
        Ok(None) => return (read, Why::Closed),
        Err(_) if total <= idle => return (read, Why::Total),
        Err(_) => return (read, Why::Idle),
    }
    let end = Instant::now() + total;
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
