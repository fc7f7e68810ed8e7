//! The trace of a run, `awaitlings/trace/v2`: which calls were under way when, in virtual time.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::{Event, Lane, Schedule, Strip};

/// What happened in one run. All times are virtual milliseconds since the run began.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Trace {
    /// Always [`Trace::SCHEMA`].
    pub schema: String,
    /// When the run ended.
    pub end: u64,
    /// The calls, in the order in which they began.
    pub calls: Vec<Call>,
    /// The single moments, in the order in which they were noted.
    pub marks: Vec<Mark>,
    /// The tasks, the body first; none where tokio itself ran them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub lanes: Vec<Lane>,
    /// The permits and queues that the tasks shared, in the order in which they were made.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub strips: Vec<Strip>,
    /// The order in which the tasks took their turns, if the explorer ran them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub schedule: Option<Schedule>,
    /// What happened, in the order in which it did: of one millisecond, too. What did not happen, such
    /// as the end of a call that is under way, is not among it.
    pub order: Vec<Event>,
}

/// One call of a service: from its first poll until it returned or was dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Call {
    /// What was called for, such as `/a`: the name of the lane.
    pub name: String,
    /// When it began.
    pub from: u64,
    /// When it ended, or when the run did.
    pub to: u64,
    /// How it ended.
    pub fate: Fate,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Fate {
    /// It gave a value.
    Done,
    /// It gave an error.
    Failed,
    /// It was dropped before it gave anything.
    Canceled,
    /// It was under way when the run ended.
    Running,
}

/// A moment that somebody noted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Mark {
    /// When.
    pub at: u64,
    /// What.
    pub text: String,
}

impl Trace {
    /// The name and version of this form.
    pub const SCHEMA: &str = "awaitlings/trace/v2";

    /// A trace without calls and marks.
    pub fn empty() -> Trace {
        Trace {
            schema: Trace::SCHEMA.to_owned(),
            end: 0,
            calls: Vec::new(),
            marks: Vec::new(),
            lanes: Vec::new(),
            strips: Vec::new(),
            schedule: None,
            order: Vec::new(),
        }
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.calls.is_empty()
            && self.marks.is_empty()
            && self.lanes_of_interest().is_empty()
            && self.schedule.is_none()
    }

    /// The lanes, unless they say nothing that the rest does not: the body's alone says what the calls
    /// do, and where no time passed, a schedule says more.
    pub fn lanes_of_interest(&self) -> &[Lane] {
        let is_all_at_once = self.end == 0 && self.schedule.is_some();
        if self.lanes.len() > 1 && !is_all_at_once { &self.lanes } else { &[] }
    }

    /// The largest number of calls that were under way at one moment.
    ///
    /// A call that ends at the moment in which another begins does not overlap it.
    pub fn most_at_once(&self) -> usize {
        let mut changes: Vec<(u64, i32)> = self
            .calls
            .iter()
            .filter(|call| call.from < call.to)
            .flat_map(|call| [(call.from, 1), (call.to, -1)])
            .collect();
        // At one moment, the ends come before the beginnings.
        changes.sort_unstable();

        let mut under_way = 0;
        let mut most = 0;
        for (_, change) in changes {
            under_way += change;
            most = most.max(under_way);
        }
        usize::try_from(most).expect("an end never comes before its beginning")
    }
}
