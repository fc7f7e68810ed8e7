//! Rejected by: step_4_a_call_wakes_one_crew
//! Outcome: panicked
//! Why people write it: the bell rang, so there is a call.

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
        let is_empty = {
            let inside = self.inside();
            inside.calls.is_empty() && !inside.is_closed
        };
        if is_empty {
            self.bell.notified().await;
        }
        let mut inside = self.inside();
        if inside.is_closed && inside.calls.is_empty() {
            return None;
        }
        let (_, call) = inside.calls.pop_first().expect("the bell rang for a call");
        Some(call)
    }

    pub fn close(&self) {
        self.inside().is_closed = true;
        self.bell.notify_waiters();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
