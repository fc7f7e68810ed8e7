//! Rejected by: step_2_both_wait_at_the_same_time
//! Outcome: deadlock
//! Why people write it: `mem::replace` gets around the borrow, and what the other arm of the `match` drops is not seen.

use std::{
    mem,
    pin::Pin,
    task::{Context, Poll},
};

pub struct Join2<A: Future, B: Future> {
    first: Slot<A>,
    second: Slot<B>,
}

pub enum Slot<F: Future> {
    Running(Pin<Box<F>>),
    Ready(F::Output),
    Empty,
}

impl<A: Future, B: Future> Unpin for Join2<A, B> {}

pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { first: Slot::Running(Box::pin(a)), second: Slot::Running(Box::pin(b)) }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let Join2 { first, second } = self.get_mut();
        first.poll(cx);
        second.poll(cx);
        match (mem::replace(first, Slot::Empty), mem::replace(second, Slot::Empty)) {
            (Slot::Ready(first), Slot::Ready(second)) => Poll::Ready((first, second)),
            _ => Poll::Pending,
        }
    }
}

impl<F: Future> Slot<F> {
    /// Polls what runs, and tells whether the output is there.
    fn poll(&mut self, cx: &mut Context<'_>) -> bool {
        if let Slot::Running(future) = self
            && let Poll::Ready(output) = future.as_mut().poll(cx)
        {
            *self = Slot::Ready(output);
        }
        matches!(self, Slot::Ready(_))
    }
}
