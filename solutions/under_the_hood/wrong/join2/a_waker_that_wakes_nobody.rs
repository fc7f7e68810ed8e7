//! Rejected by: step_2_both_wait_at_the_same_time
//! Outcome: deadlock
//! Why people write it: one waker seems too few for two futures, and another `Context` needs one from somewhere.

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
        let mut other = Context::from_waker(std::task::Waker::noop());
        let (is_first_ready, is_second_ready) = (first.poll(cx), second.poll(&mut other));
        if is_first_ready && is_second_ready {
            return Poll::Ready((first.take(), second.take()));
        }
        Poll::Pending
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

    fn take(&mut self) -> F::Output {
        match mem::replace(self, Slot::Empty) {
            Slot::Ready(output) => output,
            _ => unreachable!("taken after a look"),
        }
    }
}
