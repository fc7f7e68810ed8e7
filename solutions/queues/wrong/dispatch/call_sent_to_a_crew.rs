//! Rejected by: step_6_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: a call is sent to the first crew that waits, through a channel of its own; if the crew goes home before it looks, the call is in that channel.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;

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
    crews: VecDeque<oneshot::Sender<T>>,
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
        let mut call = call;
        while let Some(crew) = inside.crews.pop_front() {
            match crew.send(call) {
                Ok(()) => return Ok(()),
                Err(back) => call = back,
            }
        }
        inside.arrived += 1;
        let key = (priority, inside.arrived);
        inside.calls.insert(key, call);
        Ok(())
    }

    pub async fn pop(&self) -> Option<T> {
        let call = {
            let mut inside = self.inside();
            if let Some((_, call)) = inside.calls.pop_first() {
                return Some(call);
            }
            if inside.is_closed {
                return None;
            }
            let (crew, call) = oneshot::channel();
            inside.crews.push_back(crew);
            call
        };
        call.await.ok()
    }

    pub fn close(&self) {
        let mut inside = self.inside();
        inside.is_closed = true;
        inside.crews.clear();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
