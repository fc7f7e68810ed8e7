//! What checker and book share: where the course lies, and the files that both read, as data.
//!
//! A lesson's [manifest](Manifest) says what the lesson consists of, the [status](Status) what the
//! learner has reached. They are a crate of their own so that the book needs neither the checker's
//! terminal nor its compiler.

mod browser;
mod digest;
mod manifest;
mod nearest;
mod place;
mod status;
mod whole;

pub use browser::open_in_browser;
pub use digest::{digest, normalized};
pub use manifest::{
    Capability, CompileError, Exercise, Kind, Manifest, Step, StubStep, Track, lesson_order,
};
pub use nearest::nearest;
pub use place::course_above;
pub use status::{LastRun, Standing, Status};
pub use whole::write_whole;
