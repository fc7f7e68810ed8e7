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
/// A timeline shows how many of its places are taken, by messages and by whoever has reserved one.
///
/// # Panics
///
/// If `buffer` is 0, or too large for tokio.
#[track_caller]
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = mpsc::channel(buffer);
    let taken = Taken::default();
    let seen = taken.clone();
    let made_at = Location::caller();
    facade::share(Counted::QueuedMessages, as_u64(buffer), made_at, move || seen.read());
    (Sender::new(sender, taken.clone()), Receiver::new(receiver, taken))
}

/// How many places are taken, as of the last call of either end; nothing when the receiver is gone.
#[derive(Debug, Clone, Default)]
struct Taken(Arc<AtomicU64>);

impl Taken {
    const GONE: u64 = u64::MAX;

    fn read(&self) -> Option<u64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|taken| *taken != Taken::GONE)
    }

    fn note(&self, most: usize, free: usize) {
        if self.read().is_some() {
            self.0.store(as_u64(most - free), Ordering::Relaxed);
        }
    }

    fn end(&self) {
        self.0.store(Taken::GONE, Ordering::Relaxed);
    }
}
