//! Rejected by: step_4_it_wakes_whoever_polls_it
//! Outcome: wrong_answer
//! Why people write it: the waker belongs to the task, so it seems enough to note it once.

use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
};

#[derive(Debug)]
pub struct Countdown {
    left: u32,
    waker: Option<Waker>,
}

impl Countdown {
    pub fn new(numbers: u32) -> Countdown {
        Countdown { left: numbers, waker: None }
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        self.left -= 1;
        self.waker.get_or_insert_with(|| cx.waker().clone()).wake_by_ref();
        Poll::Pending
    }
}
