//! # Join by hand: cargo and weather
//!
//! A launch needs the list of its cargo and the weather, from two services, and asks both at the
//! same time. `tokio::join!` would do it in one line. Here you write what stands behind it: one
//! future that polls two, and keeps what is there until all is there.
//!
//! - Read: `lessons/under_the_hood/README.md`
//! - Check: `cargo test -p under_the_hood join2` or `cargo checker run under_the_hood/join2`
//! - Hint: `cargo checker hint under_the_hood/join2`
//! - Toolbox: `Pin::as_mut`, `std::mem::replace`, `Waker::wake_by_ref`; one of them is a trap here
//! - Needs: enums, generics, `match` on a `&mut`

use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// Waits for two futures. It is given, and its private fields may change.
pub struct Join2<A: Future, B: Future> {
    first: Slot<A>,
    second: Slot<B>,
}

/// One of the two: the future while it runs, then its output until both are there. It stays as it is,
/// and may get methods.
pub enum Slot<F: Future> {
    /// It is not ready yet. In a box, so that it stays in its place when the slot is moved.
    Running(Pin<Box<F>>),
    /// It was ready and gave this.
    Ready(F::Output),
    /// Its output was given away.
    Empty,
}

// The futures are in boxes: nothing minds when a `Join2` moves. So `poll` may use `get_mut`.
impl<A: Future, B: Future> Unpin for Join2<A, B> {}

/// Gives the outputs of `a` and `b`, in this order, when both are there.
///
/// Its first poll polls both. It is ready in the poll in which the second of them becomes ready, and
/// a future that was ready is never polled again. Whichever task polled it last is woken when one of
/// them wakes, and by nobody else.
///
/// A future that is ready is dropped at once, its output stays. Dropped, it drops what it has left.
pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { first: Slot::Running(Box::pin(a)), second: Slot::Running(Box::pin(b)) }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let Join2 { first, second } = self.get_mut();
        let _ = (first, second, cx);
        todo!("poll what still runs, keep what is ready, and give both outputs when both are there")
    }
}
