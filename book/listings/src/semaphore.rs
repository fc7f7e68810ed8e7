//! Semaphore: at most so many at the same time.

use futures::{StreamExt, future::join_all, stream};
use tokio::sync::Semaphore;

use crate::harbors::{Harbors, NoAnswer};

/// The harbors that the chapter asks.
pub const NAMES: [&str; 6] = ["bergen", "molde", "narvik", "oslo", "tromso", "vardo"];

/// Harbors that are asked two questions at a time.
// ANCHOR: switchboard
pub struct Switchboard {
    harbors: Harbors,
    lines: Semaphore,
}

impl Switchboard {
    pub fn new(harbors: Harbors) -> Switchboard {
        Switchboard { harbors, lines: Semaphore::new(2) }
    }

    pub async fn level(&self, name: &str) -> Result<u32, NoAnswer> {
        let _line = self.lines.acquire().await.expect("nobody closes the semaphore");
        self.harbors.level(name).await
    }
}
// ANCHOR_END: switchboard

/// Asks every harbor through the switchboard.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way and gives their lines back.
// ANCHOR: ask
pub async fn ask_all(board: &Switchboard) -> Vec<Result<u32, NoAnswer>> {
    join_all(NAMES.iter().map(|name| board.level(name))).await
}
// ANCHOR_END: ask

/// Takes a permit and drops it in the same line.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: let_underscore
pub async fn ask_unguarded(harbors: &Harbors) -> Vec<Result<u32, NoAnswer>> {
    let lines = Semaphore::new(2);
    let questions = NAMES.iter().map(async |name| {
        let _ = lines.acquire().await.expect("nobody closes the semaphore");
        harbors.level(name).await
    });
    join_all(questions).await
}
// ANCHOR_END: let_underscore

/// Asks in pairs; the next pair waits for the slower one of the last.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: waves
pub async fn ask_in_waves(harbors: &Harbors) -> Vec<Result<u32, NoAnswer>> {
    let mut levels = Vec::new();
    for pair in NAMES.chunks(2) {
        levels.extend(join_all(pair.iter().map(|name| harbors.level(name))).await);
    }
    levels
}
// ANCHOR_END: waves

/// Asks at most two at a time and gives the answers as they come.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way.
// ANCHOR: stream
pub async fn ask_as_they_come(harbors: &Harbors) -> Vec<Result<u32, NoAnswer>> {
    let questions: Vec<_> = NAMES.iter().map(|name| harbors.level(name)).collect();
    stream::iter(questions).buffer_unordered(2).collect().await
}
// ANCHOR_END: stream
