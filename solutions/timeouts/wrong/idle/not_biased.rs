//! Rejected by: step_4_what_is_there_at_the_limit_counts
//! Outcome: wrong_answer
//! Why people write it: a `select!` is fair by default, and two events in the same millisecond are thought not to happen.
//! Draws lots: at which of its limits the clock is asked first, and so how many samples are lost.

use std::time::Duration;

use tokio::{
    pin, select,
    sync::mpsc::Receiver,
    time::{Instant, sleep},
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
    let silence = sleep(idle);
    let end = sleep(total);
    pin!(silence, end);
    loop {
        select! {
            sample = samples.recv() => match sample {
                Some(sample) => read.push(sample),
                None => return (read, Why::Closed),
            },
            () = &mut end => return (read, Why::Total),
            () = &mut silence => return (read, Why::Idle),
        }
        silence.as_mut().reset(Instant::now() + idle);
    }
}
