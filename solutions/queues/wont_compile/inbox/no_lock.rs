//! Error: E0596

use std::{
    collections::VecDeque,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use tokio::sync::Semaphore;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overflow {
    Wait,
    RejectNew,
    DropOldest,
}

#[derive(Debug)]
pub struct Inbox<T> {
    overflow: Overflow,
    room: Semaphore,
    messages: VecDeque<T>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        let room = Semaphore::new(capacity);
        Inbox { overflow, room, messages: VecDeque::new(), overflowed: AtomicUsize::new(0) }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        let waited = match self.overflow {
            Overflow::Wait => Some(self.room.acquire().await.expect("nobody closes the semaphore")),
            Overflow::RejectNew | Overflow::DropOldest => None,
        };
        match waited.or_else(|| self.room.try_acquire().ok()) {
            Some(place) => place.forget(),
            None => {
                self.overflowed.fetch_add(1, Relaxed);
                if self.overflow == Overflow::RejectNew {
                    return Err(message);
                }
                self.messages.pop_front();
            }
        }
        self.messages.push_back(message);
        Ok(())
    }

    pub fn next(&self) -> Option<T> {
        let message = self.messages.pop_front()?;
        self.room.add_permits(1);
        Some(message)
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }
}
