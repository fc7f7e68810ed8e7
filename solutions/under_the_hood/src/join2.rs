//! `join2`, solved: two slots, each of them a future or its output, and one look at both.

use std::{
    mem,
    pin::Pin,
    task::{Context, Poll},
};

/// Waits for two futures.
pub struct Join2<A: Future, B: Future> {
    first: Slot<A>,
    second: Slot<B>,
}

/// One of the two: the future while it runs, then its output until both are there.
pub enum Slot<F: Future> {
    /// It is not ready yet.
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
/// # Cancel safety
///
/// Dropped, it drops what still runs and the output that is there.
pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { first: Slot::Running(Box::pin(a)), second: Slot::Running(Box::pin(b)) }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let Join2 { first, second } = self.get_mut();
        // Two statements, not `first.poll(cx) && second.poll(cx)`: the second would not be polled
        // while the first is pending. Both get the same `cx`, so each of them can wake the task.
        first.poll(cx);
        second.poll(cx);
        // Outputs are taken only when both are there: what is taken and not given is lost.
        if !(first.is_ready() && second.is_ready()) {
            return Poll::Pending;
        }
        Poll::Ready((first.take(), second.take()))
    }
}

impl<F: Future> Slot<F> {
    /// Polls the future, if there still is one.
    fn poll(&mut self, cx: &mut Context<'_>) {
        if let Slot::Running(future) = self
            && let Poll::Ready(output) = future.as_mut().poll(cx)
        {
            // The output takes the place of the future, which is dropped here: it cannot be polled
            // again, because it is not there any more.
            *self = Slot::Ready(output);
        }
    }

    fn is_ready(&self) -> bool {
        matches!(self, Slot::Ready(_))
    }

    fn take(&mut self) -> F::Output {
        match mem::replace(self, Slot::Empty) {
            Slot::Ready(output) => output,
            _ => unreachable!("nothing is taken before a look at both slots"),
        }
    }
}
