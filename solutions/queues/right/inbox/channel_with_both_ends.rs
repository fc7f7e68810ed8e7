//! Differs by: a channel of tokio, whose two ends are both kept; its own queue of senders keeps the order.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

use tokio::sync::mpsc::{self, Receiver, Sender, error::TrySendError};

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
        // Nobody takes a message out meanwhile.
        let mut way_out = self.way_out();
        match self.way_in.try_send(message) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(message) | TrySendError::Closed(message)) => {
                self.overflowed.fetch_add(1, Relaxed);
                if self.overflow == Overflow::RejectNew {
                    return Err(message);
                }
                let _oldest = way_out.try_recv();
                self.way_in.try_send(message).map_err(TrySendError::into_inner)
            }
        }
    }

    pub fn next(&self) -> Option<T> {
        self.way_out().try_recv().ok()
    }

    pub fn overflowed(&self) -> usize {
        self.overflowed.load(Relaxed)
    }

    fn way_out(&self) -> MutexGuard<'_, Receiver<T>> {
        self.way_out.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
