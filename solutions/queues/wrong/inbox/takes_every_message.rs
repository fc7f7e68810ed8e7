//! Rejected by: step_4_senders_wait_for_room_in_their_order
//! Outcome: wrong_answer
//! Why people write it: a deque grows by itself, and only the policies that say no look at its length.

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
    capacity: usize,
    overflow: Overflow,
    room: Semaphore,
    messages: Mutex<VecDeque<T>>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        Inbox {
            capacity,
            overflow,
            room: Semaphore::new(capacity),
            messages: Mutex::default(),
            overflowed: AtomicUsize::new(0),
        }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        if self.overflow == Overflow::Wait {
            let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
            messages.push_back(message);
            return Ok(());
        }
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        if messages.len() >= self.capacity {
            self.overflowed.fetch_add(1, Relaxed);
            if self.overflow == Overflow::RejectNew {
                return Err(message);
            }
            messages.pop_front();
        }
        messages.push_back(message);
        Ok(())
    }

    pub fn next(&self) -> Option<T> {
        let message = self.messages.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        self.room.add_permits(1);
        message
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }
}
