//! Error: E0382

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
    let end = sleep(total);
    loop {
        select! {
            sample = samples.recv() => match sample {
                Some(sample) => read.push(sample),
                None => return (read, Why::Closed),
            },
            () = end => return (read, Why::Total),
            () = sleep(idle) => return (read, Why::Idle),
        }
    }
}
