//! Something that happened in a run, so that a trace can tell what came first.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// Something that happened, named by where the trace tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Event {
    /// This call began.
    Began(usize),
    /// This call ended.
    Ended(usize),
    /// Somebody noted this mark.
    Noted(usize),
    /// The task of this lane was spawned.
    Spawned(usize),
    /// The task of this lane was polled; the second number is that of the poll.
    Polled(usize, usize),
    /// The task of this lane was gone.
    Gone(usize),
    /// The number of this strip was seen to change; the second number is that of the level.
    Changed(usize, usize),
}
