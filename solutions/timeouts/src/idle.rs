//! `idle`, solved: two points in time, of which one moves, and one wait that ends at the nearer.

use std::time::Duration;

use tokio::{
    sync::mpsc::Receiver,
    time::{Instant, timeout_at},
};

/// Why a reading ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The probe is gone, and everything it sent was read.
    Closed,
    /// For the idle time nothing came.
    Idle,
    /// The total time is over.
    Total,
}

/// Reads samples until the probe is gone, or nothing has come for `idle`, or the call has taken
/// `total`, and tells which of them it was.
///
/// # Cancel safety
///
/// None: dropped, it takes what it has read with it.
pub async fn read_until_idle(
    samples: &mut Receiver<i32>,
    idle: Duration,
    total: Duration,
) -> (Vec<i32>, Why) {
    // A point in time, not a duration: nothing that happens in the loop can extend it.
    let end = Instant::now() + total;
    // Outside of every timeout, or the limit would drop the samples with the future.
    let mut read = Vec::new();
    loop {
        // Each round begins with the call or with a sample, and that is when the idle time does.
        let silence = Instant::now() + idle;
        // It asks the channel before the clock: what is there at the limit is read.
        match timeout_at(end.min(silence), samples.recv()).await {
            Ok(Some(sample)) => read.push(sample),
            Ok(None) => return (read, Why::Closed),
            Err(_) if end <= silence => return (read, Why::Total),
            Err(_) => return (read, Why::Idle),
        }
    }
}
