//! Differs by: an iterator in a field that gives one number for each poll.

use std::{
    ops::Range,
    pin::Pin,
    task::{Context, Poll},
};

#[derive(Debug)]
pub struct Countdown {
    numbers: Range<u32>,
}

impl Countdown {
    pub fn new(numbers: u32) -> Countdown {
        Countdown { numbers: 0..numbers }
    }
}

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        match self.numbers.next() {
            Some(_) => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            None => Poll::Ready("liftoff"),
        }
    }
}
