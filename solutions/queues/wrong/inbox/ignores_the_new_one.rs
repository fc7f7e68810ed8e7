//! Rejected by: step_3_a_full_inbox_drops_the_oldest
//! Outcome: wrong_answer
//! Why people write it: the inbox is full, so the new message is the one that is thrown away.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
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
    messages: Mutex<VecDeque<T>>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        let room = Semaphore::new(capacity);
        Inbox { overflow, room, messages: Mutex::default(), overflowed: AtomicUsize::new(0) }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        let waited = match self.overflow {
            Overflow::Wait => Some(self.room.acquire().await.expect("nobody closes the semaphore")),
            Overflow::RejectNew | Overflow::DropOldest => None,
        };
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        match waited.or_else(|| self.room.try_acquire().ok()) {
            Some(place) => place.forget(),
            None => {
                self.overflowed.fetch_add(1, Relaxed);
                if self.overflow == Overflow::RejectNew {
                    return Err(message);
                }
                return Ok(());
            }
        }
        messages.push_back(message);
        Ok(())
    }

    pub fn next(&self) -> Option<T> {
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        let message = messages.pop_front()?;
        self.room.add_permits(1);
        Some(message)
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }
}
