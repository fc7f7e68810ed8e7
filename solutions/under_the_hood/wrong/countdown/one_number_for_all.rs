//! Rejected by: step_5_each_one_counts_for_itself
//! Outcome: wrong_answer
//! Why people write it: `self` is behind a `Pin` and seems impossible to change, and a static can be changed from anywhere.

use std::{
    pin::Pin,
    sync::atomic::{AtomicU32, Ordering},
    task::{Context, Poll},
};

static LEFT: AtomicU32 = AtomicU32::new(0);

#[derive(Debug)]
pub struct Countdown {}

impl Countdown {
    pub fn new(numbers: u32) -> Countdown {
        LEFT.store(numbers, Ordering::SeqCst);
        Countdown {}
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if LEFT.load(Ordering::SeqCst) == 0 {
            return Poll::Ready("liftoff");
        }
        LEFT.fetch_sub(1, Ordering::SeqCst);
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
