//! Rejected by: step_1_zero_is_ready_at_once
//! Outcome: wrong_answer
//! Why people write it: a future that waits has to be pending at least once, so zero seems to mean one.

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
        Countdown { left: numbers.max(1) }
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        self.left -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
