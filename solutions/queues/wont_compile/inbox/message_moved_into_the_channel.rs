//! Error: E0382

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

use tokio::sync::mpsc::{self, Receiver, Sender};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overflow {
    Wait,
    RejectNew,
    DropOldest,
}

#[derive(Debug)]
pub struct Inbox<T> {
    overflow: Overflow,
    way_in: Sender<T>,
    way_out: Mutex<Receiver<T>>,
    overflowed: AtomicUsize,
}

impl<T> Inbox<T> {
    pub fn new(capacity: usize, overflow: Overflow) -> Inbox<T> {
        let (way_in, way_out) = mpsc::channel(capacity);
        let way_out = Mutex::new(way_out);
        Inbox { overflow, way_in, way_out, overflowed: AtomicUsize::new(0) }
    }

    pub async fn offer(&self, message: T) -> Result<(), T> {
        if self.overflow == Overflow::Wait {
            return self.way_in.send(message).await.map_err(|error| error.0);
        }
        if self.way_in.try_send(message).is_ok() {
            return Ok(());
        }
        self.overflowed.fetch_add(1, Relaxed);
        if self.overflow == Overflow::RejectNew {
            return Err(message);
        }
        self.next();
        self.way_in.try_send(message).map_err(|error| error.into_inner())
    }

    pub fn next(&self) -> Option<T> {
        self.way_out.lock().unwrap_or_else(PoisonError::into_inner).try_recv().ok()
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }
}
