//! Differs by: four fields: each future and each output is there or not.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

pub struct Join2<A: Future, B: Future> {
    first: Option<Pin<Box<A>>>,
    second: Option<Pin<Box<B>>>,
    first_output: Option<A::Output>,
    second_output: Option<B::Output>,
}

pub enum Slot<F: Future> {
    Running(Pin<Box<F>>),
    Ready(F::Output),
    Empty,
}

impl<A: Future, B: Future> Unpin for Join2<A, B> {}

pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 {
        first: Some(Box::pin(a)),
        second: Some(Box::pin(b)),
        first_output: None,
        second_output: None,
    }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let this = self.get_mut();
        poll_one(&mut this.first, &mut this.first_output, cx);
        poll_one(&mut this.second, &mut this.second_output, cx);
        match (this.first_output.take(), this.second_output.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (first, second) => {
                (this.first_output, this.second_output) = (first, second);
                Poll::Pending
            }
        }
    }
}

fn poll_one<F: Future>(
    slot: &mut Option<Pin<Box<F>>>,
    output: &mut Option<F::Output>,
    cx: &mut Context<'_>,
) {
    if let Some(future) = slot
        && let Poll::Ready(value) = future.as_mut().poll(cx)
    {
        *output = Some(value);
        *slot = None;
    }
}
