//! Rejected by: step_1_zero_is_ready_at_once
//! Outcome: panicked
//! Why people write it: a countdown has at least one number, so taking one away first seems safe.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

#[derive(Debug)]
pub struct Countdown {
    left: u32,
}

impl Countdown {
    pub fn new(numbers: u32) -> Countdown {
        Countdown { left: numbers }
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        self.left -= 1;
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
