//! Cancellation: any await may be the last one.

use std::pin::pin;

use kit::ms;
use tokio::{select, time::sleep};

use crate::harbors::Harbors;

/// The level of the harbor that answers first: oslo, after 40 ms.
///
/// # Cancel safety
///
/// Dropping it drops both questions.
// ANCHOR: first
pub async fn first(harbors: &Harbors) -> Option<u32> {
    select! {
        biased;
        level = harbors.level("bergen") => level.ok(),
        level = harbors.level("oslo") => level.ok(),
    }
}
// ANCHOR_END: first

/// The sum of three levels, asked for one after the other: 29, after 150 ms.
///
/// # Cancel safety
///
/// None: dropped, it loses the sum so far.
// ANCHOR: round
pub async fn round(harbors: &Harbors) -> u32 {
    let mut sum = 0;
    for name in ["oslo", "tromso", "molde"] {
        sum += harbors.level(name).await.unwrap_or(0);
    }
    sum
}
// ANCHOR_END: round

/// Waits for a round, with a heartbeat every 100 ms, and gives up at the third one.
///
/// # Cancel safety
///
/// Dropping it drops the round.
// ANCHOR: again
pub async fn again(harbors: &Harbors) -> Option<u32> {
    for _ in 0..3 {
        select! {
            sum = round(harbors) => return Some(sum),
            () = sleep(ms(100)) => {} // heartbeat
        }
    }
    None
}
// ANCHOR_END: again

/// Waits for the same round in each turn of the loop.
///
/// # Cancel safety
///
/// Dropping it drops the round.
// ANCHOR: kept
pub async fn kept(harbors: &Harbors) -> Option<u32> {
    let mut round = pin!(round(harbors));
    for _ in 0..3 {
        select! {
            sum = &mut round => return Some(sum),
            () = sleep(ms(100)) => {} // heartbeat
        }
    }
    None
}
// ANCHOR_END: kept

/// Asks bergen, and the question goes on if this is dropped.
///
/// # Cancel safety
///
/// Dropping it gives up the answer, not the question.
// ANCHOR: shielded
pub async fn shielded(harbors: &Harbors) -> Option<u32> {
    let harbors = harbors.clone();
    let question = tokio::spawn(async move { harbors.level("bergen").await });
    question.await.ok()?.ok()
}
// ANCHOR_END: shielded
