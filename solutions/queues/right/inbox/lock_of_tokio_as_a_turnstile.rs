//! Differs by: one sender at a time passes a fair lock of tokio and waits there for a bell; the others wait for the lock.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

use tokio::sync::{self, Notify};

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
    turnstile: sync::Mutex<()>,
    bell: Notify,
    messages: Mutex<VecDeque<T>>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        Inbox {
            capacity,
            overflow,
            turnstile: sync::Mutex::default(),
            bell: Notify::new(),
            messages: Mutex::default(),
            overflowed: AtomicUsize::new(0),
        }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        if self.overflow == Overflow::Wait {
            let _turn = self.turnstile.lock().await;
            loop {
                {
                    let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
                    if messages.len() < self.capacity {
                        messages.push_back(message);
                        return Ok(());
                    }
                }
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
        let mut messages = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        let message = messages.pop_front();
        self.bell.notify_one();
        message
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }
}
