//! Differs by: a channel without a limit, whose receiver and map are behind a lock of tokio: one crew listens, the others wait for the lock.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use tokio::sync::{
    self,
    mpsc::{self, UnboundedReceiver, UnboundedSender},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

#[derive(Debug)]
pub struct Dispatch<T> {
    way_in: Mutex<Option<UnboundedSender<(u8, T)>>>,
    desk: sync::Mutex<Desk<T>>,
}

#[derive(Debug)]
struct Desk<T> {
    way_out: UnboundedReceiver<(u8, T)>,
    calls: BTreeMap<(u8, u64), T>,
    arrived: u64,
}

impl<T> Desk<T> {
    fn sort_in(&mut self, (priority, call): (u8, T)) {
        self.arrived += 1;
        self.calls.insert((priority, self.arrived), call);
    }
}

impl<T> Dispatch<T> {
    pub fn open() -> Dispatch<T> {
        let (way_in, way_out) = mpsc::unbounded_channel();
        let desk = Desk { way_out, calls: BTreeMap::new(), arrived: 0 };
        Dispatch { way_in: Mutex::new(Some(way_in)), desk: sync::Mutex::new(desk) }
    }

    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        match self.way_in.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            Some(way_in) => way_in.send((priority, call)).map_err(|error| Closed(error.0.1)),
            None => Err(Closed(call)),
        }
    }

    pub async fn pop(&self) -> Option<T> {
        let mut desk = self.desk.lock().await;
        if desk.calls.is_empty() {
            let next = desk.way_out.recv().await?;
            desk.sort_in(next);
        }
        while let Ok(next) = desk.way_out.try_recv() {
            desk.sort_in(next);
        }
        desk.calls.pop_first().map(|(_, call)| call)
    }

    pub fn close(&self) {
        self.way_in.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
