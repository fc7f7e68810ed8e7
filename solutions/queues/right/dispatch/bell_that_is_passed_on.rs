//! Differs by: a bell that rings once; whoever is woken rings again if something is left for the others.

use std::{
    collections::BTreeMap,
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
    calls: BTreeMap<(u8, u64), T>,
    arrived: u64,
    is_closed: bool,
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BTreeMap::new(), arrived: 0, is_closed: false };
        Dispatch { inside: Mutex::new(inside), bell: Notify::new() }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.arrived += 1;
        let key = (priority, inside.arrived);
        inside.calls.insert(key, call);
        self.bell.notify_one();
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        loop {
            {
                let mut inside = self.inside();
                let first = inside.calls.pop_first();
                if inside.is_closed || !inside.calls.is_empty() {
                    self.bell.notify_one();
                }
                if let Some((_, call)) = first {
                    return Some(call);
                }
                if inside.is_closed {
                    return None;
                }
            }
            self.bell.notified().await;
        }
    }

    pub fn close(&self) {
        self.inside().is_closed = true;
        self.bell.notify_one();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
