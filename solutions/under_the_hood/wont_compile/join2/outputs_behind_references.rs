//! Error: E0308

use std::{
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
        match (first, second, cx) {
            (Slot::Ready(first), Slot::Ready(second), _) => Poll::Ready((first, second)),
            _ => Poll::Pending,
        }
    }
}
