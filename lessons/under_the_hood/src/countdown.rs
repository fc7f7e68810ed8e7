//! # A future by hand: the countdown
//!
//! Behind every `.await` stands one method: `poll`. It says `Pending`, and is called again only
//! after somebody has woken the task, or `Ready`, and is never called again. You write the smallest
//! future that waits: a countdown for a launch, which gives the thread to others between two numbers.
//!
//! - Read: `lessons/under_the_hood/README.md`
//! - Check: `cargo test -p under_the_hood countdown` or
//!   `cargo checker run under_the_hood/countdown`
//! - Hint: `cargo checker hint under_the_hood/countdown`
//! - Toolbox: `Context::waker`, `Waker::wake_by_ref`, `tokio::task::yield_now`; one of them is a trap
//!   here
//! - Needs: structs, implementing a trait, `&mut`

use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// Counts down, one number for each poll. Its fields are yours.
#[derive(Debug)]
pub struct Countdown {}

impl Countdown {
    /// Makes a countdown from `numbers`. Each one counts for itself.
    pub fn new(numbers: u32) -> Countdown {
        todo!("make a countdown that is pending {numbers} times")
    }
}

impl Future for Countdown {
    type Output = &'static str;

    /// Is pending once for each number, and `Ready("liftoff")` at the poll after them: a countdown
    /// from 0 is ready at its first poll.
    ///
    /// Whenever it is pending, it has woken the waker of this very poll before it returns, so that
    /// its task polls it again. When it is ready, it wakes nobody. It neither blocks nor starts
    /// anything.
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        let _ = cx;
        todo!("be pending as often as there are numbers, and wake your task each time")
    }
}
