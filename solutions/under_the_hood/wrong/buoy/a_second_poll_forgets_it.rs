//! Rejected by: step_3_the_last_one_is_woken_and_no_other
//! Outcome: wrong_answer
//! Why people write it: the old waker is taken out to be compared, and nothing is to be done if it is the same.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, Waker},
};

pub struct Buoy(Arc<Mutex<Wait>>);

pub struct Bell(Arc<Mutex<Wait>>);

#[derive(Default)]
pub struct Wait {
    has_rung: bool,
    waker: Option<Waker>,
}

pub fn moor() -> (Buoy, Bell) {
    let wait = Arc::default();
    (Buoy(Arc::clone(&wait)), Bell(wait))
}

impl Bell {
    pub fn ring(&self) {
        let waker = {
            let mut wait = self.0.lock().expect("nobody panics with it");
            wait.has_rung = true;
            wait.waker.take()
        };
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
        let old = wait.waker.take();
        if old.is_none_or(|old| !old.will_wake(cx.waker())) {
            wait.waker = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}

impl Drop for Buoy {
    fn drop(&mut self) {
        let mut wait = self.0.lock().expect("nobody panics with it");
        wait.waker = None;
    }
}
