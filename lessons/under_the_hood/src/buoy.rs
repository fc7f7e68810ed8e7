//! # Whose waker: the buoy that called the wrong one
//!
//! The buoy of a capsule waits for a bell. One task begins the wait, and another goes on with it;
//! since then nobody hears the bell, or those who have left do. The code compiles. Mend it.
//!
//! - Read: `lessons/under_the_hood/README.md`
//! - Check: `cargo test -p under_the_hood buoy` or `cargo checker run under_the_hood/buoy`
//! - Hint: `cargo checker hint under_the_hood/buoy`
//! - Toolbox: `Waker::clone_from`, `Waker::will_wake`, `Vec::push`; one of them is a trap here
//! - Needs: `Arc` and `Mutex`, implementing `Drop`

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, Waker},
};

/// Ready once its bell has rung, before the first poll or after it. The ring wakes the task that
/// polled it last, and no other one. Dropped, it wakes nobody; dropped or ready, it keeps no waker.
pub struct Buoy(Arc<Mutex<Wait>>);

/// Ends that wait.
pub struct Bell(Arc<Mutex<Wait>>);

/// What both know. Its fields may change, and those of `Buoy` and `Bell`.
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
    /// Only the first ring wakes, and holds no lock then: a waker may poll the buoy right there.
    pub fn ring(&self) {
        let mut wait = self.0.lock().expect("nobody panics with it");
        wait.has_rung = true;
        let waker = wait.waker.take();
        drop(wait);
        waker.inspect(Waker::wake_by_ref);
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut wait = self.0.lock().expect("nobody panics with it");
        if wait.has_rung {
            return Poll::Ready(());
        }
        wait.waker.get_or_insert_with(|| cx.waker().clone());
        Poll::Pending
    }
}
