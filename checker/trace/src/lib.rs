//! What a step did, as data: the report of one step and the trace of its run.
//!
//! The kit writes these forms, the checker and the book read them. They are a crate of their own
//! so that the checker needs no asynchronous runtime and all three draw the same timeline.
//!
//! Who reads them asks for the feature `serde`. Who only writes reports, as every lesson's tests do,
//! does without: serde and its macros would be a sixth of a lesson's first build.

mod event;
mod json;
mod lane;
mod report;
mod schedule;
mod strip;
mod timeline;
mod trace;
mod turns;

pub use event::Event;
pub use lane::{Lane, Poll, TaskFate};
pub use report::{Explored, Outcome, Report};
pub use schedule::{Deed, Schedule, Task, Then, Turn};
pub use strip::{Counted, Level, Strip};
pub use trace::{Call, Fate, Mark, Trace};
