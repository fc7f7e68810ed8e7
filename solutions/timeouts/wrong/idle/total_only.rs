//! Rejected by: step_2_each_sample_starts_the_idle_time_anew
//! Outcome: wrong_answer
//! Why people write it: one limit around the whole loop is what a timeout is for, and the pause is forgotten.

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
        while let Some(sample) = samples.recv().await {
            read.push(sample);
        }
    };
    let why = match timeout(total, reading).await {
        Ok(()) => Why::Closed,
        Err(_) if read.is_empty() && idle < total => Why::Idle,
        Err(_) => Why::Total,
    };
    (read, why)
}
