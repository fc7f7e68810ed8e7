//! Error: E0308

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
        wait.waker = Some(cx.waker());
        Poll::Pending
    }
}

impl Drop for Buoy {
    fn drop(&mut self) {
        let mut wait = self.0.lock().expect("nobody panics with it");
        wait.waker = None;
    }
}
