//! Differs by: a semaphore with a permit for each call, and a heap whose entries compare their priority and number.

use std::{
    cmp::Ordering,
    collections::BinaryHeap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Semaphore;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

#[derive(Debug)]
pub struct Dispatch<T> {
    inside: Mutex<Inside<T>>,
    waiting: Semaphore,
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
        (other.priority, other.arrived).cmp(&(self.priority, self.arrived))
    }
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BinaryHeap::new(), arrived: 0, is_closed: false };
        Dispatch { inside: Mutex::new(inside), waiting: Semaphore::new(0) }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.arrived += 1;
        let arrived = inside.arrived;
        inside.calls.push(Waiting { priority, arrived, call });
        self.waiting.add_permits(1);
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        if let Ok(permit) = self.waiting.acquire().await {
            permit.forget();
        }
        self.inside().calls.pop().map(|first| first.call)
    }

    pub fn close(&self) {
        self.inside().is_closed = true;
        self.waiting.close();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
