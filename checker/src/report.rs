//! Verdicts in words and as data. Nothing here runs or decides anything.

pub mod json;
mod junit;
mod words;

pub use junit::junit;
pub use words::{Detail, error, verdict};
