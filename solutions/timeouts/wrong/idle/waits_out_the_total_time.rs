//! Rejected by: step_2_each_sample_starts_the_idle_time_anew
//! Outcome: wrong_answer
//! Why people write it: the samples are collected until the total time is over, and whether the probe was idle is judged afterwards.

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
    let mut last = Instant::now();
    loop {
        match timeout_at(end, samples.recv()).await {
            Ok(Some(sample)) => {
                read.push(sample);
                last = Instant::now();
            }
            Ok(None) => return (read, Why::Closed),
            Err(_) if last.elapsed() >= idle => return (read, Why::Idle),
            Err(_) => return (read, Why::Total),
        }
    }
}
