//! Rejected by: step_7_no_call_stays_behind_in_any_order
//! Outcome: wrong_answer
//! Why people write it: the channel has one lock and the sorted calls another, each held as short as can be; a crew that saw no call under the one waits for the other, and may find the end there.

use std::{
    collections::BTreeMap,
    sync::{self, PoisonError},
};

use tokio::sync::{
    Mutex,
    mpsc::{self, UnboundedReceiver, UnboundedSender},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

#[derive(Debug)]
pub struct Dispatch<T> {
    way_in: sync::Mutex<Option<UnboundedSender<(u8, T)>>>,
    way_out: Mutex<UnboundedReceiver<(u8, T)>>,
    calls: Mutex<Calls<T>>,
}

#[derive(Debug)]
struct Calls<T> {
    sorted: BTreeMap<(u8, u64), T>,
    arrived: u64,
}

impl<T> Calls<T> {
    fn add(&mut self, (priority, call): (u8, T)) {
        self.arrived += 1;
        self.sorted.insert((priority, self.arrived), call);
    }
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let (way_in, way_out) = mpsc::unbounded_channel();
        let calls = Calls { sorted: BTreeMap::new(), arrived: 0 };
        Dispatch {
            way_in: sync::Mutex::new(Some(way_in)),
            way_out: Mutex::new(way_out),
            calls: Mutex::new(calls),
        }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        match self.way_in.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            Some(way_in) => way_in.send((priority, call)).map_err(|error| Closed(error.0.1)),
            None => Err(Closed(call)),
        }
    }

    pub async fn pop(&self) -> Option<T> {
        loop {
            self.sort_in().await;
            if let Some((_, call)) = self.calls.lock().await.sorted.pop_first() {
                return Some(call);
            }
            let next = self.way_out.lock().await.recv().await?;
            self.calls.lock().await.add(next);
        }
    }

    async fn sort_in(&self) {
        let mut way_out = self.way_out.lock().await;
        let mut calls = self.calls.lock().await;
        while let Ok(next) = way_out.try_recv() {
            calls.add(next);
        }
    }

    pub fn close(&self) {
        self.way_in.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
