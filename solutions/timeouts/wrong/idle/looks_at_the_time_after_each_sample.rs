//! Rejected by: step_3_no_sample_extends_the_total_time
//! Outcome: wrong_answer
//! Why people write it: the total time is compared where something has happened; while nothing comes, nobody looks at it.

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
    let start = Instant::now();
    let mut read = Vec::new();
    loop {
        match timeout(idle, samples.recv()).await {
            Ok(Some(sample)) if start.elapsed() <= total => read.push(sample),
            Ok(Some(_)) => return (read, Why::Total),
            Ok(None) => return (read, Why::Closed),
            Err(_) => return (read, Why::Idle),
        }
    }
}
