//! How a body failed, as a value: for tests that look for a failure that is known to be there.

use std::fmt;

use trace::{Outcome, Trace};

use crate::ending::Ending;

/// How a body failed, and, if it was explored, in which schedule.
#[derive(Debug, Clone)]
pub struct Found {
    /// In which way.
    pub outcome: Outcome,
    /// What was seen and what that points to; after it, each on its own line, the poll after which
    /// [`at_every_poll`](crate::at_every_poll) dropped the call, and the schedule by which to see the
    /// failure again.
    pub message: String,
    /// Where it was seen, as `file:line`, if that is known: the line of the panic, of the `.await`
    /// that waits for ever, or of the call that blocks.
    pub place: Option<String>,
    /// What the body did; with its [`schedule`](Trace::schedule), if it was explored.
    pub trace: Trace,
}

impl Found {
    pub(crate) fn in_ending(ending: Ending) -> Box<Found> {
        let Ending { outcome, message, place, trace, .. } = ending;
        Box::new(Found { outcome, message, place, trace })
    }
}

/// What a failing test says: the reason, and what the code did.
impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.message)?;
        match self.trace.is_empty() {
            true => Ok(()),
            false => write!(f, "\n{}", self.trace.timeline()),
        }
    }
}
