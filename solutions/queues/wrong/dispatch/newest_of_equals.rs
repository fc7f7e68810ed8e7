//! Rejected by: step_2_equal_calls_go_as_they_came
//! Outcome: wrong_answer
//! Why people write it: the order of the priorities is turned around for the heap, and that of the arrivals is forgotten.

use std::{
    cmp::Ordering,
    collections::BinaryHeap,
    pin::pin,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

#[derive(Debug)]
pub struct Dispatch<T> {
    inside: Mutex<Inside<T>>,
    bell: Notify,
}

#[derive(Debug)]
struct Inside<T> {
    calls: BinaryHeap<Waiting<T>>,
    arrived: u64,
    is_closed: bool,
}

#[derive(Debug)]
struct Waiting<T> {
    priority: u8,
    arrived: u64,
    call: T,
}

impl<T> PartialEq for Waiting<T> {
    fn eq(&self, other: &Waiting<T>) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<T> Eq for Waiting<T> {}

impl<T> PartialOrd for Waiting<T> {
    fn partial_cmp(&self, other: &Waiting<T>) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Waiting<T> {
    fn cmp(&self, other: &Waiting<T>) -> Ordering {
        other.priority.cmp(&self.priority).then(self.arrived.cmp(&other.arrived))
    }
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BinaryHeap::new(), arrived: 0, is_closed: false };
        Dispatch { inside: Mutex::new(inside), bell: Notify::new() }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.arrived += 1;
        let arrived = inside.arrived;
        inside.calls.push(Waiting { priority, arrived, call });
        self.bell.notify_one();
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        loop {
            let mut rung = pin!(self.bell.notified());
            rung.as_mut().enable();
            {
                let mut inside = self.inside();
                if let Some(first) = inside.calls.pop() {
                    return Some(first.call);
                }
                if inside.is_closed {
                    return None;
                }
            }
            rung.await;
        }
    }

    pub fn close(&self) {
        self.inside().is_closed = true;
        self.bell.notify_waiters();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
