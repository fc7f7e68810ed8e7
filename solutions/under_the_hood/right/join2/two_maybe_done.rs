//! Differs by: two `MaybeDone`s of `futures`, each in its box: the enum of the exercise, ready-made.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures::future::{MaybeDone, maybe_done};

pub struct Join2<A: Future, B: Future> {
    first: Pin<Box<MaybeDone<A>>>,
    second: Pin<Box<MaybeDone<B>>>,
}

pub enum Slot<F: Future> {
    Running(Pin<Box<F>>),
    Ready(F::Output),
    Empty,
}

pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { first: Box::pin(maybe_done(a)), second: Box::pin(maybe_done(b)) }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let polls = [self.first.as_mut().poll(cx), self.second.as_mut().poll(cx)];
        if polls.iter().any(Poll::is_pending) {
            return Poll::Pending;
        }
        let first = self.first.as_mut().take_output();
        let second = self.second.as_mut().take_output();
        Poll::Ready((first.expect("it is done"), second.expect("it is done")))
    }
}
