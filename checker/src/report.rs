//! Verdicts in words and as data. Nothing here runs or decides anything.

pub mod json;
mod words;

pub use words::{error, verdict};
