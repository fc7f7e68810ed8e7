//! tokio-util's interface in front of tokio-util: the tasks that a [`TaskTracker`](task::TaskTracker)
//! spawns have their lanes in a timeline, and their turns where the kit's explorer says so.
//!
//! It stands beside `awaitlings-kit-tokio`, which does the same for tokio: a crate is compiled a second
//! time with `tokio_util` meaning this crate. All but the tracker is tokio-util's own.

// What stands here comes before what is re-exported.
pub mod task;

pub use real::*;
