//! # Gather: start everything, then wait for all of it
//!
//! Work that waits can wait together: three downloads of 100 ms take 100 ms, if nobody makes the
//! second one wait for the first. Each exercise of this lesson is one file here; the way through
//! them stands in `lessons/gather/README.md`.

pub mod dashboard;
pub mod fetch_all;
pub mod first_ok;
pub mod harvest;
pub mod who_is_first;
