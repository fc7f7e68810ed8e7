//! Rejected by: step_3_no_sample_extends_the_total_time
//! Outcome: wrong_answer
//! Why people write it: both clocks stand in the `select!`, which reads well; it makes a new future in each round.

use std::time::Duration;

use tokio::{select, sync::mpsc::Receiver, time::sleep};

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
        select! {
            biased;
            sample = samples.recv() => match sample {
                Some(sample) => read.push(sample),
                None => return (read, Why::Closed),
            },
            () = sleep(total) => return (read, Why::Total),
            () = sleep(idle) => return (read, Why::Idle),
        }
    }
}
