//! Timeouts: how long, and what then?

use std::time::Duration;

use futures::{FutureExt, future::join_all};
use tokio::time::{Instant, advance, error::Elapsed, sleep, timeout, timeout_at};

use crate::{
    harbors::Harbors,
    say::{journal, say},
};

/// The level of a harbor that tells none, in decimeters.
pub const USUAL: u32 = 10;

/// The harbors that are asked: they answer after 40, 70 and 100 ms.
pub const NAMES: [&str; 3] = ["oslo", "tromso", "bergen"];

/// Asks three harbors, one after the other, with a limit for each, and says how it went.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: morning
pub async fn morning(harbors: &Harbors) {
    let limit = Duration::from_millis(50);
    for name in ["oslo", "bergen", "atlantis"] {
        match timeout(limit, harbors.level(name)).await {
            Ok(Ok(level)) => say(format!("{name}: {level} dm")),
            Ok(Err(error)) => say(error.to_string()),
            Err(_) => say(format!("{name}: too late")),
        }
    }
}
// ANCHOR_END: morning

/// Reserves a berth for 50 ms at most.
///
/// # Cancel safety
///
/// Dropping it keeps the berth reserved: that is what is wrong with it.
// ANCHOR: moor
pub async fn moor(harbors: &Harbors) {
    if timeout(Duration::from_millis(50), berth(harbors)).await.is_err() {
        say("too late");
    }
}

async fn berth(harbors: &Harbors) {
    say("a berth is reserved");
    let _level = harbors.level("bergen").await; // after 100 ms
    sleep(Duration::from_millis(10)).await; // tells the harbor
    say("the berth is given back");
}
// ANCHOR_END: moor

/// Asks a harbor, and gives the usual level if it does not answer by then, or at all.
///
/// # Cancel safety
///
/// Dropping it drops the question.
// ANCHOR: ask
pub async fn ask(harbors: &Harbors, name: &str, limit: Duration) -> u32 {
    match timeout(limit, harbors.level(name)).await {
        Ok(Ok(level)) => level,
        Ok(Err(_)) | Err(_) => USUAL,
    }
}
// ANCHOR_END: ask

/// Asks all harbors at the same time, each with the same limit.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: at_once
pub async fn at_once(harbors: &Harbors, limit: Duration) -> Vec<u32> {
    join_all(NAMES.map(|name| ask(harbors, name, limit))).await
}
// ANCHOR_END: at_once

/// Asks one harbor after the other, each with the same limit.
///
/// # Cancel safety
///
/// Dropping it drops the question under way.
// ANCHOR: a_limit_each
pub async fn a_limit_each(harbors: &Harbors, limit: Duration) -> Vec<u32> {
    let mut levels = Vec::new();
    for name in NAMES {
        levels.push(ask(harbors, name, limit).await);
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
pub async fn one_deadline(harbors: &Harbors, until: Instant) -> Vec<u32> {
    let mut levels = Vec::new();
    for name in NAMES {
        if Instant::now() >= until {
            break; // begin nothing that has no time left
        }
        match timeout_at(until, harbors.level(name)).await {
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
pub async fn in_a_task(harbors: &Harbors, limit: Duration) -> u32 {
    let harbors = harbors.clone();
    let task = tokio::spawn(async move { harbors.level("bergen").await });
    match timeout(limit, task).await {
        Ok(Ok(Ok(level))) => level,
        _ => USUAL,
    }
}
// ANCHOR_END: in_a_task

/// Computes for 60 ms under a limit of 10.
///
/// # Errors
///
/// If the limit were kept: it is not.
///
/// # Cancel safety
///
/// It has no await at which it could be dropped.
// ANCHOR: blocking
pub async fn blocking() -> Result<&'static str, Elapsed> {
    let sum_up = async {
        compute_for(Duration::from_millis(60)); // awaits nothing
        "the sum"
    };
    timeout(Duration::from_millis(10), sum_up).await
}
// ANCHOR_END: blocking

/// Lets virtual time pass while the thread is kept, as computing or `std::thread::sleep` would.
fn compute_for(duration: Duration) {
    let kept = journal().begin("thread kept");
    // The first poll moves the clock; the second one would only let other tasks run.
    let _ = advance(duration).now_or_never();
    kept.done();
}

/// Wants an answer in no time, and it is there.
///
/// # Errors
///
/// If the answer were late: it is not.
///
/// # Cancel safety
///
/// It has no await at which it could be dropped.
// ANCHOR: no_time
pub async fn no_time() -> Result<u32, Elapsed> {
    timeout(Duration::ZERO, async { 12 }).await
}
// ANCHOR_END: no_time
