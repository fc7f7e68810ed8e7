//! Rejected by: step_3_a_crew_sleeps_until_there_is_a_call
//! Outcome: wrong_answer
//! Why people write it: `yield_now` lets the others run, and then it looks again, as often as it can.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

#[derive(Debug)]
pub struct Dispatch<T> {
    inside: Mutex<Inside<T>>,
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
        Dispatch { inside: Mutex::new(inside) }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.arrived += 1;
        let key = (priority, inside.arrived);
        inside.calls.insert(key, call);
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        loop {
            {
                let mut inside = self.inside();
                if let Some((_, call)) = inside.calls.pop_first() {
                    return Some(call);
                }
                if inside.is_closed {
                    return None;
                }
            }
            tokio::task::yield_now().await;
        }
    }

    pub fn close(&self) {
        self.inside().is_closed = true;
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
