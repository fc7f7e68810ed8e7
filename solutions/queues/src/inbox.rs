//! `inbox`, solved: a deque for the messages, and a permit for each free place.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

use tokio::sync::Semaphore;

/// What a full inbox does with one message more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overflow {
    /// Its sender waits for room.
    Wait,
    /// It goes back to its sender.
    RejectNew,
    /// The oldest message inside is thrown away for it.
    DropOldest,
}

/// Messages, the oldest first.
#[derive(Debug)]
pub struct Inbox<T> {
    overflow: Overflow,
    // As many permits as there are free places. A semaphore serves whoever came first and gives the
    // place of a dropped call to the next one. A `Notify` wakes somebody and keeps no place: a
    // sender who comes by before that one is polled would slip in.
    room: Semaphore,
    messages: Mutex<VecDeque<T>>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    /// An empty inbox that never holds more than `capacity` messages.
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        let room = Semaphore::new(capacity);
        Inbox { overflow, room, messages: Mutex::default(), overflowed: AtomicUsize::new(0) }
    }

    /// Puts a message in, or gives it back.
    pub async fn offer(&self, message: T) -> Result<(), T> {
        // The only wait, and before the lock: no guard of `std` may live across an `.await`.
        let waited = match self.overflow {
            Overflow::Wait => Some(self.room.acquire().await.expect("nobody closes the semaphore")),
            Overflow::RejectNew | Overflow::DropOldest => None,
        };
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        // Under the lock, as in `next`: nobody takes a message out between this look and the push.
        match waited.or_else(|| self.room.try_acquire().ok()) {
            // Dropped, a permit would give the place back at once. `next` does that later.
            Some(place) => place.forget(),
            None => {
                self.overflowed.fetch_add(1, Relaxed);
                if self.overflow == Overflow::RejectNew {
                    return Err(message);
                }
                // Its place goes to the new message: no permit moves.
                messages.pop_front();
            }
        }
        messages.push_back(message);
        Ok(())
    }

    /// Takes the oldest message out.
    pub fn next(&self) -> Option<T> {
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        let message = messages.pop_front()?;
        self.room.add_permits(1);
        Some(message)
    }

    /// How many messages went back or were thrown away.
    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }
}
