//! Error: E0521

use std::time::Duration;

use std::sync::{Arc, Mutex};

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
    let read = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&read);
    let mut reader = tokio::spawn(async move {
        while let Ok(Some(sample)) = timeout(idle, samples.recv()).await {
            shared.lock().expect("no panic while it is held").push(sample);
        }
    });
    let is_idle = timeout(total, &mut reader).await.is_ok();
    let read = read.lock().expect("no panic while it is held").clone();
    (read, if is_idle { Why::Idle } else { Why::Total })
}
