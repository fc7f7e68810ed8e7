//! # Priority queue: the ambulance dispatch
//!
//! Calls for help come in at any time, and crews are free at any time. The most urgent call goes
//! first, and of two that are equally urgent the older one. A crew that waits may be sent home
//! before a call comes, and no call may go home with it.
//!
//! - Read: `lessons/queues/README.md`
//! - Check: `cargo test -p queues dispatch` or `cargo checker run queues/dispatch`
//! - Hint: `cargo checker hint queues/dispatch`
//! - Toolbox: `std::collections::BTreeMap`, `tokio::sync::Notify`, `tokio::sync::oneshot`; one of
//!   them is a trap here
//! - Needs: generics, `Option`, loops, `std::sync::Mutex`

use std::{collections::VecDeque, sync::Mutex};

/// A call that came after the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

/// The calls that wait for a crew. Its private fields may change.
#[derive(Debug)]
pub struct Dispatch<T> {
    calls: Mutex<VecDeque<(u8, T)>>,
}

impl<T> Dispatch<T> {
    /// An open dispatch without calls.
    pub fn open() -> Dispatch<T> {
        todo!("open a dispatch that has no calls")
    }

    /// Adds a call. 0 is the most urgent priority. If crews wait, one of them wakes up.
    ///
    /// # Errors
    ///
    /// [`Closed`] with the call, once the dispatch is closed.
    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let _ = (&self.calls, call);
        todo!("add a call of priority {priority} and wake one crew")
    }

    /// Takes the most urgent call, of several the oldest one, for one crew. If there is none, the
    /// crew sleeps until there is, or until the dispatch is closed: then it is `None`.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it is ready, it has taken no call. A call that it was woken for goes to
    /// another crew, at once if one waits.
    pub async fn pop(&self) -> Option<T> {
        todo!("take the most urgent call, or wait for one")
    }

    /// No call comes any more. Those that are there are still given to crews; then every crew gets
    /// `None`, at once if it waits.
    pub fn close(&self) {
        todo!("close the dispatch and wake every crew")
    }
}
