//! Rejected by: step_5_the_next_call_reads_what_comes_later
//! Outcome: wrong_answer
//! Why people write it: whoever stops reading is told to close the channel, so that the sender does not fill it in vain.

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
    loop {
        let silence = Instant::now() + idle;
        match timeout_at(end.min(silence), samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) => {
                samples.close();
                return (read, if end <= silence { Why::Total } else { Why::Idle });
            }
        }
    }
}
