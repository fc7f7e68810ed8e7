//! Differs by: the combinator of `futures`, in a box: two `MaybeDone`s, pinned in place.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures::future::{self, Join};

pub struct Join2<A: Future, B: Future> {
    both: Pin<Box<Join<A, B>>>,
}

pub enum Slot<F: Future> {
    Running(Pin<Box<F>>),
    Ready(F::Output),
    Empty,
}

pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { both: Box::pin(future::join(a, b)) }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        self.both.as_mut().poll(cx)
    }
}
