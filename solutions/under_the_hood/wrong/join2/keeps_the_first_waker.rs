//! Rejected by: step_3_the_wake_of_either_is_heard
//! Outcome: wrong_answer
//! Why people write it: the waker belongs to the join, so it seems enough to take it along once.

use std::{
    mem,
    pin::Pin,
    task::{Context, Poll},
};

pub struct Join2<A: Future, B: Future> {
    first: Slot<A>,
    second: Slot<B>,
    waker: Option<std::task::Waker>,
}

pub enum Slot<F: Future> {
    Running(Pin<Box<F>>),
    Ready(F::Output),
    Empty,
}

impl<A: Future, B: Future> Unpin for Join2<A, B> {}

pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { first: Slot::Running(Box::pin(a)), second: Slot::Running(Box::pin(b)), waker: None }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let Join2 { first, second, waker } = self.get_mut();
        let waker = waker.get_or_insert_with(|| cx.waker().clone()).clone();
        let cx = &mut Context::from_waker(&waker);
        first.poll(cx);
        second.poll(cx);
        if !(first.is_ready() && second.is_ready()) {
            return Poll::Pending;
        }
        Poll::Ready((first.take(), second.take()))
    }
}

impl<F: Future> Slot<F> {
    fn poll(&mut self, cx: &mut Context<'_>) {
        if let Slot::Running(future) = self
            && let Poll::Ready(output) = future.as_mut().poll(cx)
        {
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
