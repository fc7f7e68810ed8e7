//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a list of wakers is a bell made by hand; the waker of a crew that went home is still in it.

use std::{
    collections::{BTreeMap, VecDeque},
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
    crews: VecDeque<Waker>,
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let (calls, crews) = (BTreeMap::new(), VecDeque::new());
        let inside = Inside { calls, arrived: 0, is_closed: false, crews };
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
        if let Some(crew) = inside.crews.pop_front() {
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
            inside.crews.push_back(cx.waker().clone());
            Poll::Pending
        })
        .await
    }

    pub fn close(&self) {
        let mut inside = self.inside();
        inside.is_closed = true;
        inside.crews.drain(..).for_each(Waker::wake);
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
