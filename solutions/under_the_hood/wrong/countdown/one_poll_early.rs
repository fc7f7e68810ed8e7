//! Rejected by: step_2_it_is_pending_once_for_each_number
//! Outcome: wrong_answer
//! Why people write it: the last number is the liftoff, so the poll that takes it away gives the word.

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
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
