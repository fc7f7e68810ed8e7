//! # Two signals: the first one asks, the second one forces
//!
//! Whoever ends a service sends a signal, and expects it to drain. Whoever loses patience sends
//! another one, of the same kind or not. And a hangup has nothing to do with the end: it asks a
//! service to read its configuration anew. Many parts of the program want to know of all that, so
//! the signals become two tokens and a number that everybody may hold.
//!
//! - Read: `lessons/shutdown/README.md`
//! - Check: `cargo test -p shutdown listen` or `cargo checker run shutdown/listen`
//! - Hint: `cargo checker hint shutdown/listen`
//! - Toolbox: `tokio::spawn`, `AbortOnDropHandle`, `watch::Sender::send_modify`,
//!   `CancellationToken::child_token`; one of them is a trap here
//! - Needs: `while let`, moving into an `async` block, when a value is dropped

use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

/// What the system has to say to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGINT, the keyboard's Ctrl-C: please end.
    Interrupt,
    /// SIGTERM: please end.
    Terminate,
    /// SIGHUP: please read the configuration anew.
    Hangup,
}

/// What the signals amount to. You may add private fields.
#[derive(Debug)]
pub struct Stop {
    /// Canceled by the first request to end: drain.
    pub graceful: CancellationToken,
    /// Canceled by the second one: give up.
    pub forced: CancellationToken,
    /// How many hangups have come.
    pub reload: watch::Receiver<u64>,
}

/// Listens to `signals`, in a task, and returns at once.
///
/// An interrupt and a terminate are requests to end, and it does not matter which one comes first. A
/// hangup is none: it is counted, also between the first request and the second. What comes after
/// the second request means nothing any more. The end of `signals` is no signal.
///
/// When the `Stop` is dropped, nobody listens any more: the task is gone, and whoever sends a signal
/// gets an error. Tokens and receivers that were cloned from it stay as they are.
///
/// # Panics
///
/// Outside a runtime.
pub fn listen(signals: mpsc::Receiver<Signal>) -> Stop {
    todo!("turn {signals:?} into two tokens and a count")
}
