//! `buoy`, solved: the last waker wins, and who leaves takes it along.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, Waker},
};

/// Waits for its bell: ready once that has rung, before the first poll or after it.
///
/// # Cancel safety
///
/// Dropped, it wakes nobody and keeps no waker.
pub struct Buoy(Arc<Mutex<Wait>>);

/// Ends the wait of its buoy.
pub struct Bell(Arc<Mutex<Wait>>);

/// What both know.
#[derive(Default)]
pub struct Wait {
    has_rung: bool,
    waker: Option<Waker>,
}

/// Makes a buoy and its bell.
pub fn moor() -> (Buoy, Bell) {
    let wait = Arc::default();
    (Buoy(Arc::clone(&wait)), Bell(wait))
}

impl Bell {
    /// Rings, and wakes who waits. A second ring does nothing.
    pub fn ring(&self) {
        let mut wait = self.0.lock().expect("nobody panics with it");
        wait.has_rung = true;
        let waker = wait.waker.take();
        // Released before the wake. In `if let Some(waker) = self.0.lock()….take()` the guard would
        // live to the end of the `if`.
        drop(wait);
        waker.inspect(Waker::wake_by_ref);
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // The look and the note are under one lock. With the flag outside of it, a ring between the
        // two would find no waker, and the buoy would wait for ever.
        let mut wait = self.0.lock().expect("nobody panics with it");
        if wait.has_rung {
            return Poll::Ready(());
        }
        match &mut wait.waker {
            // Clones only if the waker there is one of another task: most polls come from the same.
            Some(waker) => waker.clone_from(cx.waker()),
            empty => *empty = Some(cx.waker().clone()),
        }
        Poll::Pending
    }
}

impl Drop for Buoy {
    fn drop(&mut self) {
        // The bell may live on for long, and with it the waker, and with that a whole task.
        let mut wait = self.0.lock().expect("nobody panics with it");
        wait.waker = None;
    }
}
