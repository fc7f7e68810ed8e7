//! Rejected by: step_3_each_pending_poll_asks_for_the_next
//! Outcome: wrong_answer
//! Why people write it: the wake is put first, where no way out of the function can miss it.

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
        cx.waker().wake_by_ref();
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        self.left -= 1;
        Poll::Pending
    }
}
