//! Rejected by: step_3_no_sample_extends_the_total_time
//! Outcome: wrong_answer
//! Why people write it: a reading that goes on is a good one, and the total time looks like a second name for the idle time.

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
    loop {
        match timeout(idle.min(total), samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) if total < idle => return (read, Why::Total),
            Err(_) => return (read, Why::Idle),
        }
    }
}
