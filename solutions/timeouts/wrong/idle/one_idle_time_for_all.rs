//! Rejected by: step_2_each_sample_starts_the_idle_time_anew
//! Outcome: wrong_answer
//! Why people write it: both clocks are pinned before the loop, because a `select!` in a loop asks for that.

use std::time::Duration;

use tokio::{pin, select, sync::mpsc::Receiver, time::sleep};

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
    let silence = sleep(idle);
    let end = sleep(total);
    pin!(silence, end);
    loop {
        select! {
            biased;
            sample = samples.recv() => match sample {
                Some(sample) => read.push(sample),
                None => return (read, Why::Closed),
            },
            () = &mut end => return (read, Why::Total),
            () = &mut silence => return (read, Why::Idle),
        }
    }
}
