//! # Last in, first out: a theater opens and closes
//!
//! The lights need the power, the sound needs both. A theater that switches its power off first
//! leaves the others hanging; one that forgets, after a failed start, what it has already switched
//! on keeps it burning all night.
//!
//! - Read: `lessons/shutdown/README.md`
//! - Check: `cargo test -p shutdown lifespan` or `cargo checker run shutdown/lifespan`
//! - Hint: `cargo checker hint shutdown/lifespan`
//! - Toolbox: `Vec::pop`, `Iterator::rev`, `tokio::time::timeout`, `futures::future::join_all`; one
//!   of them is a trap here
//! - Needs: `Result` inside a `Result`, taking `self` by value

use std::time::Duration;

use worlds::{Part, PartError};

/// A theater with its doors open: every part of it is on.
#[derive(Debug)]
pub struct House {
    /// In the order in which they were started.
    parts: Vec<Part>,
    /// How long each part may take to stop.
    patience: Duration,
}

/// How a part stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// It is off.
    Cleanly,
    /// It could not be stopped.
    Failed(PartError),
    /// It took longer than it may, and was left as it was.
    GivenUp,
}

impl House {
    /// Starts the parts, one after the other, in the order of the list.
    ///
    /// `patience` is how long each part may take when it is stopped, here and later.
    ///
    /// # Errors
    ///
    /// That of the first part that does not start. Those before it have been stopped by then, as
    /// [`close`](House::close) stops them; those after it were never started.
    pub async fn open(parts: Vec<Part>, patience: Duration) -> Result<House, PartError> {
        todo!("start {parts:?} in this order, each to be stopped within {patience:?}")
    }

    /// Stops every part, one after the other, the last one first, and gives the name of each with
    /// what became of it, in the order of stopping.
    ///
    /// Each gets up to the house's patience. A part that fails or takes longer keeps none of the
    /// others from being stopped.
    pub async fn close(self) -> Vec<(String, Stopped)> {
        let House { parts, patience } = self;
        todo!("stop {parts:?} from the last to the first, each within {patience:?}")
    }
}
