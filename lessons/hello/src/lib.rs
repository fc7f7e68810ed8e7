//! # Hello: a future does nothing until it is awaited
//!
//! Start here. Calling an `async fn` makes a future, and a future is a plan: nothing of it happens
//! until somebody awaits it. Each exercise of this lesson is one file here; the way through them
//! stands in `lessons/hello/README.md`.

pub mod greet;
pub mod nothing_happens;
pub mod ring_bells;
