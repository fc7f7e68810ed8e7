//! Rejected by: step_3_each_pending_poll_asks_for_the_next
//! Outcome: wrong_answer
//! Why people write it: a wake in the poll itself looks like a loop, so a task is to do it a moment later.

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
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        self.left -= 1;
        let waker = cx.waker().clone();
        tokio::spawn(async move { waker.wake() });
        Poll::Pending
    }
}
