//! Timeouts: how long, and what then?

use std::time::Duration;

use tokio::time::{Instant, timeout, timeout_at};

use crate::harbors::Harbors;

/// The level of a harbor that tells none, in decimeters.
pub const USUAL: u32 = 10;

/// Asks a harbor, and gives the usual level if it does not answer by then, or at all.
///
/// # Cancel safety
///
/// Dropping it drops the question.
// ANCHOR: level_or_usual
pub async fn level_or_usual(harbors: &Harbors, name: &str, limit: Duration) -> u32 {
    match timeout(limit, harbors.level(name)).await {
        Ok(Ok(level)) => level,
        Ok(Err(_)) | Err(_) => USUAL,
    }
}
// ANCHOR_END: level_or_usual

/// Asks one harbor after the other, each with the same limit.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: a_limit_each
pub async fn a_limit_each(harbors: &Harbors, names: &[&str], limit: Duration) -> Vec<u32> {
    let mut levels = Vec::new();
    for name in names {
        levels.push(level_or_usual(harbors, name, limit).await);
    }
    levels
}
// ANCHOR_END: a_limit_each

/// Asks one harbor after the other, until the deadline.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: one_deadline
pub async fn one_deadline(harbors: &Harbors, names: &[&str], deadline: Instant) -> Vec<u32> {
    let mut levels = Vec::new();
    for name in names {
        if Instant::now() >= deadline {
            break;
        }
        match timeout_at(deadline, harbors.level(name)).await {
            Ok(Ok(level)) => levels.push(level),
            Ok(Err(_)) | Err(_) => levels.push(USUAL),
        }
    }
    levels
}
// ANCHOR_END: one_deadline

/// Asks a harbor in a task that nobody ends at the limit.
///
/// # Cancel safety
///
/// Dropping it gives up the waiting, and the question goes on.
// ANCHOR: in_a_task
pub async fn in_a_task(harbors: &Harbors, name: &str, limit: Duration) -> u32 {
    let (harbors, name) = (harbors.clone(), name.to_owned());
    let question = tokio::spawn(async move { harbors.level(&name).await });
    match timeout(limit, question).await {
        Ok(Ok(Ok(level))) => level,
        _ => USUAL,
    }
}
// ANCHOR_END: in_a_task
