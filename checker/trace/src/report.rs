//! The report of one step, `awaitlings/report/v1`: the receipt and, if it failed, why.
//!
//! The kit writes it to the file that `AWAITLINGS_REPORT` names, and only then. It carries the
//! nonce that the checker sent on standard input: a step has passed when its process ended with 0
//! *and* the report says so under that nonce.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::{Trace, json};

/// The report of one step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Report {
    /// Always [`Report::SCHEMA`].
    pub schema: String,
    /// The nonce as it was read from standard input, without the line's end.
    pub nonce: String,
    /// The test's path in its binary, such as `steps::step_1_…`.
    pub test: String,
    /// How it ended.
    pub outcome: Outcome,
    /// What was seen and what that points to; empty when the step passed.
    pub message: String,
    /// Where it was seen, as `file:line`, if a panic told.
    pub place: Option<String>,
    /// How many schedules were tried, if the explorer ran it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub explored: Option<Explored>,
    /// What the code did, call by call.
    pub trace: Trace,
}

impl Report {
    /// The name and version of this form.
    pub const SCHEMA: &str = "awaitlings/report/v1";
    /// How the note begins on a run in which a call was dropped on purpose.
    pub const DROPPED: &str = "this is a run in which the call was dropped";
    /// How the note begins on the schedule in which a step failed.
    pub const IN_SCHEDULE: &str = "this is the schedule";
    /// What stands before the line at which that call waited, if it is known.
    pub const WAITED_AT: &str = "; it waited at ";

    /// The report as JSON on one line: what serde would write, without it.
    pub fn to_json(&self) -> String {
        json::written(self)
    }
}

/// How many orders the tasks of a step took their turns in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Explored {
    /// How many schedules were tried.
    pub schedules: usize,
    /// Whether these are all there are.
    pub is_all: bool,
    /// All schedules in which fewer turns than this were taken away from somebody were tried.
    pub interruptions: usize,
}

/// How a step ended, as far as the process itself can tell.
///
/// What only an observer sees (left early, crashed, ran too long) is added by the checker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// The body reached its end, nothing was left behind.
    Passed,
    /// A `todo!` was reached.
    Unfinished,
    /// An assertion of the step failed.
    WrongAnswer,
    /// The code under test panicked.
    Panicked,
    /// Nothing can make progress any more.
    Deadlock,
    /// Virtual time ran on for a day and the body did not end.
    Endless,
    /// The only thread of the runtime waited outside `.await`.
    Blocked,
    /// The only thread of the runtime computed without ever yielding.
    Busy,
    /// The body ended and tasks were still alive.
    LeakedTasks,
    /// A task panicked and the step would have passed without noticing.
    DetachedPanic,
}

impl Outcome {
    /// The name used in reports and in the headers of wrong answers.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Unfinished => "unfinished",
            Outcome::WrongAnswer => "wrong_answer",
            Outcome::Panicked => "panicked",
            Outcome::Deadlock => "deadlock",
            Outcome::Endless => "endless",
            Outcome::Blocked => "blocked",
            Outcome::Busy => "busy",
            Outcome::LeakedTasks => "leaked_tasks",
            Outcome::DetachedPanic => "detached_panic",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
