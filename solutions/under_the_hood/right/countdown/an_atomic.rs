//! Differs by: a counter that is changed through a shared reference, and a clone of the waker.

use std::{
    pin::Pin,
    sync::atomic::{AtomicU32, Ordering},
    task::{Context, Poll},
};

#[derive(Debug)]
pub struct Countdown {
    left: AtomicU32,
}

impl Countdown {
    pub fn new(numbers: u32) -> Countdown {
        Countdown { left: AtomicU32::new(numbers) }
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.left.load(Ordering::Relaxed) == 0 {
            return Poll::Ready("liftoff");
        }
        let waker = cx.waker().clone();
        self.left.fetch_sub(1, Ordering::Relaxed);
        waker.wake();
        Poll::Pending
    }
}
