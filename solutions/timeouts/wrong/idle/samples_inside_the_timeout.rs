//! Rejected by: step_3_no_sample_extends_the_total_time
//! Outcome: wrong_answer
//! Why people write it: the inner function does it all, and a timeout around it adds the total time in one line.

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
    match timeout(total, read_all(samples, idle)).await {
        Ok(reading) => reading,
        Err(_) => (Vec::new(), Why::Total),
    }
}

async fn read_all(samples: &mut Receiver<i32>, idle: Duration) -> (Vec<i32>, Why) {
    let mut read = Vec::new();
    loop {
        match timeout(idle, samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) => return (read, Why::Idle),
        }
    }
}
