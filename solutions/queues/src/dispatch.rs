//! `dispatch`, solved: an ordered map for the calls, and a bell for the crews.

use std::{
    collections::BTreeMap,
    pin::pin,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

/// A call that came after the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed<T>(pub T);

/// The calls that wait for a crew.
#[derive(Debug)]
pub struct Dispatch<T> {
    inside: Mutex<Inside<T>>,
    bell: Notify,
}

#[derive(Debug)]
struct Inside<T> {
    // By priority and arrival. A heap would compare the calls, and forget which of two is older.
    calls: BTreeMap<(u8, u64), T>,
    arrived: u64,
    is_closed: bool,
}

impl<T> Dispatch<T> {
    /// An open dispatch without calls.
    pub fn open() -> Dispatch<T> {
        let inside = Inside { calls: BTreeMap::new(), arrived: 0, is_closed: false };
        Dispatch { inside: Mutex::new(inside), bell: Notify::new() }
    }

    /// Adds a call.
    pub fn push(&self, priority: u8, call: T) -> Result<(), Closed<T>> {
        let mut inside = self.inside();
        if inside.is_closed {
            return Err(Closed(call));
        }
        inside.arrived += 1;
        let key = (priority, inside.arrived);
        inside.calls.insert(key, call);
        // One call, one crew. If the crew is dropped before it wakes, the bell rings for another.
        self.bell.notify_one();
        Ok(())
    }

    /// Takes the most urgent call.
    pub async fn pop(&self) -> Option<T> {
        loop {
            // It listens first and looks then: two calls that come between a look and a wait would
            // leave one ring for two crews, because a bell that nobody hears keeps a single ring.
            let mut rung = pin!(self.bell.notified());
            rung.as_mut().enable();
            {
                let mut inside = self.inside();
                // No `.await` stands between taking a call and giving it: nobody can be sent home.
                if inside.is_closed || !inside.calls.is_empty() {
                    return inside.calls.pop_first().map(|(_, call)| call);
                }
            }
            // Then it looks again: a crew that came by may have taken the call.
            rung.await;
        }
    }

    /// Ends the intake.
    pub fn close(&self) {
        self.inside().is_closed = true;
        // For all who listen by now; whoever comes later sees that it is closed.
        self.bell.notify_waiters();
    }

    fn inside(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
