//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a number for each sender keeps the order, as in a shop; nobody calls the number after that of one who left.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
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
    inside: Mutex<Inside<T>>,
}

#[derive(Debug)]
struct Inside<T> {
    messages: VecDeque<T>,
    overflowed: usize,
    tickets: usize,
    serving: usize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        let messages = VecDeque::new();
        let inside = Inside { messages, overflowed: 0, tickets: 0, serving: 0 };
        Inbox { capacity, overflow, bell: Notify::new(), inside: Mutex::new(inside) }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        if self.overflow == Overflow::Wait {
            return self.wait_for_turn(message).await;
        }
        let mut inside = self.inside();
        if inside.messages.len() >= self.capacity {
            inside.overflowed += 1;
            if self.overflow == Overflow::RejectNew {
                return Err(message);
            }
            inside.messages.pop_front();
        }
        inside.messages.push_back(message);
        Ok(())
    }

    async fn wait_for_turn(&self, message: T) -> Result<(), T> {
        let ticket = {
            let mut inside = self.inside();
            inside.tickets += 1;
            inside.tickets - 1
        };
        loop {
            let rung = self.bell.notified();
            {
                let mut inside = self.inside();
                if ticket == inside.serving && inside.messages.len() < self.capacity {
                    inside.serving += 1;
                    inside.messages.push_back(message);
                    return Ok(());
                }
            }
            rung.await;
        }
    }

    pub fn next(&self) -> Option<T> {
        let message = self.inside().messages.pop_front();
        self.bell.notify_waiters();
        message
    }

    pub fn overflowed(&self) -> usize {
        self.inside().overflowed
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
