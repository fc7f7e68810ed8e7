//! Differs by: one queue for each priority instead of a number for each call.

use std::{
    collections::{BTreeMap, VecDeque},
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
    calls: BTreeMap<u8, VecDeque<T>>,
    is_closed: bool,
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BTreeMap::new(), is_closed: false };
        Dispatch { inside: Mutex::new(inside), bell: Notify::new() }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.calls.entry(priority).or_default().push_back(call);
        self.bell.notify_one();
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        loop {
            let mut rung = pin!(self.bell.notified());
            rung.as_mut().enable();
            {
                let mut inside = self.inside();
                let first = inside.calls.values_mut().find_map(VecDeque::pop_front);
                if let Some(call) = first {
                    return Some(call);
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
