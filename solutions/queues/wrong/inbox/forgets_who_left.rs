//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: whoever waits stands in a list, and nobody leaves it but by being called.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;

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
    inside: Mutex<Inside<T>>,
}

#[derive(Debug)]
struct Inside<T> {
    messages: VecDeque<T>,
    overflowed: usize,
    promised: usize,
    waiting: VecDeque<oneshot::Sender<()>>,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        let (messages, waiting) = (VecDeque::new(), VecDeque::new());
        let inside = Inside { messages, overflowed: 0, promised: 0, waiting };
        Inbox { capacity, overflow, inside: Mutex::new(inside) }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        if let Some(turn) = self.line_up() {
            turn.await.expect("the inbox is borrowed");
            self.inside().promised -= 1;
        }
        let mut inside = self.inside();
        if inside.messages.len() + inside.promised >= self.capacity {
            inside.overflowed += 1;
            if self.overflow == Overflow::RejectNew {
                return Err(message);
            }
            inside.messages.pop_front();
        }
        inside.messages.push_back(message);
        Ok(())
    }

    fn line_up(&self) -> Option<oneshot::Receiver<()>> {
        let mut inside = self.inside();
        let is_full = inside.messages.len() + inside.promised >= self.capacity;
        (self.overflow == Overflow::Wait && is_full).then(|| {
            let (call, turn) = oneshot::channel();
            inside.waiting.push_back(call);
            turn
        })
    }

    pub fn next(&self) -> Option<T> {
        let mut inside = self.inside();
        let message = inside.messages.pop_front()?;
        if let Some(first) = inside.waiting.pop_front() {
            inside.promised += usize::from(first.send(()).is_ok());
        }
        Some(message)
    }

    pub fn overflowed(&self) -> usize {
        self.inside().overflowed
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
