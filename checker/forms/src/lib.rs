//! The files that checker and book both read, as data.
//!
//! A lesson's [manifest](Manifest) says what the lesson consists of, the [status](Status) what the
//! learner has reached. They are a crate of their own so that the book needs neither the checker's
//! terminal nor its compiler.

mod digest;
mod manifest;
mod nearest;
mod status;

pub use digest::{digest, normalized};
pub use manifest::{
    Capability, CompileError, Exercise, Kind, Manifest, Step, StubStep, Track, lesson_order,
};
pub use nearest::nearest;
pub use status::{LastRun, Standing, Status};
