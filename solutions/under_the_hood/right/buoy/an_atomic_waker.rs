//! Differs by: no lock: a flag and an `AtomicWaker` of `futures`, noted first and looked at afterwards.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use futures::task::AtomicWaker;

pub struct Buoy(Arc<Wait>);

pub struct Bell(Arc<Wait>);

#[derive(Default)]
pub struct Wait {
    has_rung: AtomicBool,
    waker: AtomicWaker,
}

pub fn moor() -> (Buoy, Bell) {
    let wait: Arc<Wait> = Arc::default();
    (Buoy(Arc::clone(&wait)), Bell(wait))
}

impl Bell {
    pub fn ring(&self) {
        self.0.has_rung.store(true, Ordering::SeqCst);
        self.0.waker.wake();
    }
}

impl Future for Buoy {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.0.waker.register(cx.waker());
        if !self.0.has_rung.load(Ordering::SeqCst) {
            return Poll::Pending;
        }
        self.0.waker.take();
        Poll::Ready(())
    }
}

impl Drop for Buoy {
    fn drop(&mut self) {
        self.0.waker.take();
    }
}
