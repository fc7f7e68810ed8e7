//! What a step did, as data: the report of one step and the trace of its run.
//!
//! The kit writes these forms, the checker and the book read them. They are a crate of their own
//! so that the checker needs no asynchronous runtime and all three draw the same timeline.

mod lane;
mod report;
mod schedule;
mod strip;
mod timeline;
mod trace;
mod turns;

pub use lane::{Lane, Poll, TaskFate};
pub use report::{Explored, Outcome, Report};
pub use schedule::{Deed, Schedule, Task, Then, Turn};
pub use strip::{Counted, Level, Strip};
pub use trace::{Call, Fate, Mark, Trace};
