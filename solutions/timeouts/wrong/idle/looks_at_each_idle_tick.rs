//! Rejected by: step_2_each_sample_starts_the_idle_time_anew
//! Outcome: wrong_answer
//! Why people write it: an interval ticks every idle time, and a tick without a sample since the last one looks like silence.

use std::time::Duration;

use tokio::{
    select,
    sync::mpsc::Receiver,
    time::{Instant, interval_at, sleep_until},
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
    let mut ticks = interval_at(Instant::now() + idle, idle);
    let mut read = Vec::new();
    let mut is_silent = true;
    loop {
        select! {
            biased;
            sample = samples.recv() => match sample {
                Some(sample) => {
                    read.push(sample);
                    is_silent = false;
                }
                None => return (read, Why::Closed),
            },
            () = sleep_until(end) => return (read, Why::Total),
            _ = ticks.tick() => {
                if is_silent {
                    return (read, Why::Idle);
                }
                is_silent = true;
            }
        }
    }
}
