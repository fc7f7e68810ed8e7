//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: with an `Option` beside each future nothing has to change its kind, and what is over seems to hold nothing.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

pub struct Join2<A: Future, B: Future> {
    first: Pin<Box<A>>,
    second: Pin<Box<B>>,
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
    Join2 { first: Box::pin(a), second: Box::pin(b), first_output: None, second_output: None }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let this = self.get_mut();
        if this.first_output.is_none()
            && let Poll::Ready(output) = this.first.as_mut().poll(cx)
        {
            this.first_output = Some(output);
        }
        if this.second_output.is_none()
            && let Poll::Ready(output) = this.second.as_mut().poll(cx)
        {
            this.second_output = Some(output);
        }
        match (this.first_output.take(), this.second_output.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (first, second) => {
                (this.first_output, this.second_output) = (first, second);
                Poll::Pending
            }
        }
    }
}
