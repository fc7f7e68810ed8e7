//! Rejected by: step_3_the_last_one_is_woken_and_no_other
//! Outcome: wrong_answer
//! Why people write it: whoever has asked gets an answer: a list of wakers loses nobody.

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
    wakers: Vec<Waker>,
}

pub fn moor() -> (Buoy, Bell) {
    let wait = Arc::default();
    (Buoy(Arc::clone(&wait)), Bell(wait))
}

impl Bell {
    pub fn ring(&self) {
        let wakers = {
            let mut wait = self.0.lock().expect("nobody panics with it");
            wait.has_rung = true;
            std::mem::take(&mut wait.wakers)
        };
        wakers.iter().for_each(Waker::wake_by_ref);
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut wait = self.0.lock().expect("nobody panics with it");
        if wait.has_rung {
            return Poll::Ready(());
        }
        wait.wakers.push(cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Buoy {
    fn drop(&mut self) {
        let mut wait = self.0.lock().expect("nobody panics with it");
        wait.wakers.clear();
    }
}
