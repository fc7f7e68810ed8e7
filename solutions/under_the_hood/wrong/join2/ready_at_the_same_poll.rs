//! Rejected by: step_4_what_was_ready_is_never_polled_again
//! Outcome: wrong_answer
//! Why people write it: one `match` on both polls is all that the signature seems to ask for; an output of one alone is dropped.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

pub struct Join2<A: Future, B: Future> {
    first: Pin<Box<A>>,
    second: Pin<Box<B>>,
}

pub enum Slot<F: Future> {
    Running(Pin<Box<F>>),
    Ready(F::Output),
    Empty,
}

pub fn join2<A: Future, B: Future>(a: A, b: B) -> Join2<A, B> {
    Join2 { first: Box::pin(a), second: Box::pin(b) }
}

impl<A: Future, B: Future> Future for Join2<A, B> {
    type Output = (A::Output, B::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(A::Output, B::Output)> {
        let Join2 { first, second } = self.get_mut();
        match (first.as_mut().poll(cx), second.as_mut().poll(cx)) {
            (Poll::Ready(first), Poll::Ready(second)) => Poll::Ready((first, second)),
            _ => Poll::Pending,
        }
    }
}
