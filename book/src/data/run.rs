//! Recorded runs.

use serde::{Deserialize, Serialize};
use trace::Trace;

use super::Tree;

/// A run that a test has recorded, `listings/traces/NAME.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedTrace {
    /// The listing it was made from, relative to `book/listings`, with forward slashes.
    pub from: String,
    /// The digest of that listing at that time.
    pub digest: String,
    /// The run.
    pub trace: Trace,
}

/// Schedules that a test has recorded, `listings/trees/NAME.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedTree {
    /// The listing they were made from, relative to `book/listings`, with forward slashes.
    pub from: String,
    /// The digest of that listing at that time.
    pub digest: String,
    /// The schedules.
    pub tree: Tree,
}

/// A recorded run that can be played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The name of the file in `listings/traces`.
    pub name: String,
    /// What to see in it: Markdown that fits on a line.
    pub caption: String,
    /// The run.
    pub trace: Trace,
    /// Where playing pauses, in the order of their moments.
    pub stops: Vec<Stop>,
}

/// A moment at which playing pauses, and what there is to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Virtual milliseconds since the run began.
    pub at: u64,
    /// One sentence: Markdown that fits on a line.
    pub text: String,
}

/// Recorded runs of one program, one for each value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slider {
    /// The name of the folder in `listings/traces`.
    pub name: String,
    /// What the values are of: Markdown that fits on a line.
    pub parameter: String,
    /// What to see: Markdown that fits on a line.
    pub caption: String,
    /// The values in ascending order with their runs, at least two.
    pub runs: Vec<(u64, Trace)>,
}
