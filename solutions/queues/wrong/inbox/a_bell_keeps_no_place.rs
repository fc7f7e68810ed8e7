//! Rejected by: step_4_senders_wait_for_room_in_their_order
//! Outcome: wrong_answer
//! Why people write it: a loop around `notified` is the usual way to wait; whoever comes by before the woken one is polled takes its place.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

use tokio::sync::Notify;

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
    bell: Notify,
    messages: Mutex<VecDeque<T>>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        Inbox {
            capacity,
            overflow,
            bell: Notify::new(),
            messages: Mutex::default(),
            overflowed: AtomicUsize::new(0),
        }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        if self.overflow == Overflow::Wait {
            while self.len() >= self.capacity {
                self.bell.notified().await;
            }
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
        self.bell.notify_one();
        message
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }

    fn len(&self) -> usize {
        self.messages.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}
