//! `tokio::sync::mpsc`, whose bounded queues tell how many places are taken.

mod receiver;
mod sender;

pub use real::sync::mpsc::*;

pub use self::{
    receiver::Receiver,
    sender::{Sender, WeakSender},
};

use std::{
    panic::Location,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use kit::facade::{self, Counted};
use real::sync::mpsc;

use super::as_u64;

/// tokio's `channel`.
///
/// A timeline shows how many of its places are taken. Unlike tokio's, messages may not borrow, and
/// may be sent to another thread.
///
/// # Panics
///
/// If `buffer` is 0, or too large for tokio.
#[track_caller]
pub fn channel<T: Send + 'static>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = mpsc::channel(buffer);
    let left = Left::default();
    // A weak one keeps no queue open. It is made strong for a moment only while another is.
    let weak = sender.downgrade();
    let seen = left.clone();
    let taken = move || match (seen.read(), weak.upgrade()) {
        (None, _) => None,
        (_, Some(sender)) => Some(as_u64(sender.max_capacity() - sender.capacity())),
        (left, None) => left,
    };
    facade::share(Counted::QueuedMessages, as_u64(buffer), Location::caller(), taken);
    (Sender::new(sender, left.clone()), Receiver::new(receiver, left))
}

/// How many messages are left, for the time when no sender can be asked; nothing when the receiver
/// is gone.
#[derive(Debug, Clone, Default)]
struct Left(Arc<AtomicU64>);

impl Left {
    const GONE: u64 = u64::MAX;

    fn read(&self) -> Option<u64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|left| *left != Left::GONE)
    }

    fn note(&self, messages: usize) {
        if self.read().is_some() {
            self.0.store(as_u64(messages), Ordering::Relaxed);
        }
    }

    fn end(&self) {
        self.0.store(Left::GONE, Ordering::Relaxed);
    }
}
