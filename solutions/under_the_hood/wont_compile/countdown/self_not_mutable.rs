//! Error: E0596

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

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.left == 0 {
            return Poll::Ready("liftoff");
        }
        self.left -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
