//! `countdown`, solved: the state is a number, and a poll that is not the last asks for the next.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// Counts down, one number for each poll.
#[derive(Debug)]
pub struct Countdown {
    numbers_left: u32,
}

impl Countdown {
    /// Makes a countdown from `numbers`.
    pub fn new(numbers: u32) -> Countdown {
        Countdown { numbers_left: numbers }
    }
}

impl Future for Countdown {
    type Output = &'static str;

    // `mut self` makes the pinned reference mutable, and a field may be set through it because
    // nothing in `Countdown` minds being moved: it is `Unpin`.
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if self.numbers_left == 0 {
            return Poll::Ready("liftoff");
        }
        self.numbers_left -= 1;
        // Nobody else knows that this future wants to go on, so it says so itself. The runtime polls
        // it when the tasks before it had their turn; without this line, never. The waker is the one
        // of this poll: keeping an older one would wake the task that polled first.
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
