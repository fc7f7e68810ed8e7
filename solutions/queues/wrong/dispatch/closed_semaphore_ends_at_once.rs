//! Rejected by: step_5_after_the_end_the_rest_is_given_out
//! Outcome: wrong_answer
//! Why people write it: `acquire` fails when the semaphore is closed, and `?` leaves with the calls that are left.

use std::{
    collections::BTreeMap,
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
    calls: BTreeMap<(u8, u64), T>,
    arrived: u64,
    is_closed: bool,
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BTreeMap::new(), arrived: 0, is_closed: false };
        Dispatch { inside: Mutex::new(inside), waiting: Semaphore::new(0) }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.arrived += 1;
        let key = (priority, inside.arrived);
        inside.calls.insert(key, call);
        self.waiting.add_permits(1);
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        self.waiting.acquire().await.ok()?.forget();
        self.inside().calls.pop_first().map(|(_, call)| call)
    }

    pub fn close(&self) {
        self.inside().is_closed = true;
        self.waiting.close();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
