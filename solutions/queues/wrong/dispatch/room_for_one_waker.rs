//! Rejected by: step_3_a_crew_sleeps_until_there_is_a_call
//! Outcome: wrong_answer
//! Why people write it: one place for the waker of who waits; the second crew overwrites it, and the first one sleeps on.

use std::{
    collections::BTreeMap,
    future::poll_fn,
    sync::{Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
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
    waiting: Option<Waker>,
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BTreeMap::new(), arrived: 0, is_closed: false, waiting: None };
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
        if let Some(crew) = inside.waiting.take() {
            crew.wake();
        }
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        poll_fn(|cx| {
            let mut inside = self.inside();
            if let Some((_, call)) = inside.calls.pop_first() {
                return Poll::Ready(Some(call));
            }
            if inside.is_closed {
                return Poll::Ready(None);
            }
            inside.waiting = Some(cx.waker().clone());
            Poll::Pending
        })
        .await
    }

    pub fn close(&self) {
        let mut inside = self.inside();
        inside.is_closed = true;
        if let Some(crew) = inside.waiting.take() {
            crew.wake();
        }
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
