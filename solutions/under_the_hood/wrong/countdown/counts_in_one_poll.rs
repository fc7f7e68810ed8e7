//! Rejected by: step_2_it_is_pending_once_for_each_number
//! Outcome: wrong_answer
//! Why people write it: a countdown is a loop, and a loop is written where the numbers are.

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
        while self.left > 0 {
            self.left -= 1;
            cx.waker().wake_by_ref();
        }
        Poll::Ready("liftoff")
    }
}
