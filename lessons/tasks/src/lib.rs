//! # Tasks: somebody has to wait for them
//!
//! `tokio::spawn` hands a future to the runtime, which runs it whether anybody waits or not. Who
//! keeps the handle hears how it ended; who drops it does not. Each exercise of this lesson is one
//! file here; the way through them stands in `lessons/tasks/README.md`.

pub mod background;
pub mod outcome;
pub mod reports;
pub mod search;
pub mod six_drops;
