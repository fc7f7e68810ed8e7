//! # Two clocks: the probe in the cold truck
//!
//! A truck with frozen fish stops at the gate, and the probe in it sends its temperatures until it
//! has sent them all. How many there are nobody knows. Two limits end the reading: a pause that is
//! too long, for then the probe has no more or is broken, and a stop that takes too long at all.
//!
//! - Read: `lessons/timeouts/README.md`
//! - Check: `cargo test -p timeouts idle` or `cargo checker run timeouts/idle`
//! - Hint: `cargo checker hint timeouts/idle`
//! - Toolbox: `tokio::time::timeout_at`, `tokio::time::Instant`, `Receiver::close`; one of them is
//!   a trap here
//! - Needs: `match`, `Option`, `&mut` arguments

use std::time::Duration;

use tokio::sync::mpsc::Receiver;

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
/// `total`, and tells which of them it was. All that it has read comes with it, in order.
///
/// The idle time begins with the call, and anew with each sample; the total time begins once, with
/// the call. What is in the channel when a limit ends has come in time and is read, the end as
/// well. If both limits end together, either is right.
///
/// What comes later stays in the channel, which stays open: the next call reads it.
///
/// # Cancel safety
///
/// None: dropped, it takes what it has read with it.
pub async fn read_until_idle(
    samples: &mut Receiver<i32>,
    idle: Duration,
    total: Duration,
) -> (Vec<i32>, Why) {
    let _ = samples;
    todo!("read until {idle:?} pass without a sample, or {total:?} have passed in all")
}
