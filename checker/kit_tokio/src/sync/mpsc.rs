//! `tokio::sync::mpsc`, whose bounded queues tell how many places are taken.

pub use real::sync::mpsc::*;

use std::panic::Location;

use kit::facade::{self, Counted};

use super::as_u64;

/// tokio's `channel`.
///
/// A timeline shows how many of its places are taken, as long as it has a sender. Unlike tokio's,
/// messages may not borrow, and may be sent to another thread.
///
/// # Panics
///
/// If `buffer` is 0, or too large for tokio.
#[track_caller]
pub fn channel<T: Send + 'static>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = real::sync::mpsc::channel(buffer);
    // A weak one keeps no queue open. It is made strong for a moment only while another is.
    let weak = sender.downgrade();
    let taken = move || {
        let sender = weak.upgrade()?;
        Some(as_u64(sender.max_capacity() - sender.capacity()))
    };
    facade::share(Counted::QueuedMessages, as_u64(buffer), Location::caller(), taken);
    (sender, receiver)
}
