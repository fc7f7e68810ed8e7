//! Rejected by: step_4_a_waker_may_poll_right_there
//! Outcome: wrong_answer
//! Why people write it: the wake is the answer to the ring, and that it is over can be noted afterwards.

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
        let waker = self.0.lock().expect("nobody panics with it").waker.take();
        waker.inspect(Waker::wake_by_ref);
        self.0.lock().expect("nobody panics with it").has_rung = true;
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut wait = self.0.lock().expect("nobody panics with it");
        if wait.has_rung {
            return Poll::Ready(());
        }
        match &mut wait.waker {
            Some(waker) => waker.clone_from(cx.waker()),
            empty => *empty = Some(cx.waker().clone()),
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
