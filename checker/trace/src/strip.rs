//! A number that changes over a run: the free permits of a semaphore, the messages in a queue.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// One such number. All times are virtual milliseconds since the run began.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Strip {
    /// What is counted.
    pub counts: Counted,
    /// Where the thing was made that has the number, as `file:line`.
    pub made_at: String,
    /// The largest value it can have: the permits it was made with, or the length of the queue.
    pub of: u64,
    /// The values, each from its moment on; several of one moment in their order.
    pub levels: Vec<Level>,
    /// When the thing was gone, if that was before the end of the run.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub gone_at: Option<u64>,
}

/// What a [`Strip`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Counted {
    /// The permits of a semaphore that nobody holds.
    FreePermits,
    /// The messages in a bounded queue, with the places that are reserved.
    QueuedMessages,
}

/// A value, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Level {
    /// Since when.
    pub at: u64,
    /// The value.
    pub value: u64,
}

impl Strip {
    /// The value at the end of the stretch that ends before `until`; nothing before the first one
    /// and when the thing is gone.
    pub fn value_before(&self, until: u64) -> Option<u64> {
        if self.gone_at.is_some_and(|gone| gone < until) {
            return None;
        }
        self.levels.iter().take_while(|level| level.at < until).last().map(|level| level.value)
    }

    /// What is counted, in a word: `permits`.
    pub fn word(&self) -> &'static str {
        match self.counts {
            Counted::FreePermits => "permits",
            Counted::QueuedMessages => "queue",
        }
    }
}
