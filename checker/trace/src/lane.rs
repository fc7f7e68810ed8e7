//! One task of a run, from its spawn to its end: told where a façade of the kit stands in for tokio.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// What became of one task, and when it was polled. All times are virtual milliseconds since the
/// run began.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Lane {
    /// `body`, `task 1`, `task 2` …, in the order in which they were spawned.
    pub name: String,
    /// Where it was spawned, as `file:line`; nothing for the body.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub spawned_at: Option<String>,
    /// When it was spawned.
    pub from: u64,
    /// Its polls in their order, those of one moment as one. Between two of them it waits.
    pub polls: Vec<Poll>,
    /// When it ended, or when the run did.
    pub to: u64,
    /// How it ended.
    pub fate: TaskFate,
    /// Where it waits, as `file:line`, if it is still there and that is known.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub waits_at: Vec<String>,
}

/// One poll of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Poll {
    /// When it began.
    pub from: u64,
    /// When it gave the thread back: later only if it blocked the thread, and time passed.
    pub to: u64,
}

/// How a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TaskFate {
    /// It came to its end.
    Done,
    /// It was dropped before it was ready.
    Canceled,
    /// It panicked.
    Panicked,
    /// It was still there when the run ended.
    Running,
}

impl Poll {
    /// Whether the thread was held while time passed.
    pub fn is_blocked(self) -> bool {
        self.to > self.from
    }
}
