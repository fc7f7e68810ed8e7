//! How a run ended.

use std::any::Any;

use trace::{Explored, Outcome, Trace};

/// How a run ended, with all that is to be said about it.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) outcome: Outcome,
    pub(crate) message: String,
    pub(crate) place: Option<String>,
    pub(crate) explored: Option<Explored>,
    pub(crate) trace: Trace,
    /// The panic to go on with, if it was one of the body's own and is already printed.
    pub(crate) payload: Option<Box<dyn Any + Send>>,
}

impl Ending {
    pub(crate) fn new(outcome: Outcome, message: String, trace: Trace) -> Ending {
        Ending { outcome, message, place: None, explored: None, trace, payload: None }
    }

    /// The same, seen at `place`.
    pub(crate) fn seen_at(self, place: Option<String>) -> Ending {
        Ending { place, ..self }
    }
}
