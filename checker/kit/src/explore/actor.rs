//! A future that is polled when the scheduler says so.

use std::{
    future::Future,
    panic::Location,
    pin::Pin,
    task::{Context, Poll},
    thread,
};

use trace::Then;

use super::{
    budget,
    scheduler::{ActorId, Gate, Scheduler},
};
use crate::place;

/// A future under the scheduler of the run in which it was made; elsewhere one like any other.
#[derive(Debug)]
pub struct Actor<F> {
    id: Option<ActorId>,
    future: Pin<Box<F>>,
}

impl<F: Future> Actor<F> {
    /// Puts `future` under the scheduler of this thread's run. `spawned_at` is nothing for the
    /// body.
    pub(crate) fn new(future: F, spawned_at: Option<&'static Location<'static>>) -> Actor<F> {
        let id = Scheduler::with(|scheduler| scheduler.add(spawned_at));
        Actor { id, future: Box::pin(future) }
    }
}

impl<F: Future> Future for Actor<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let Some(id) = self.id else { return self.future.as_mut().poll(cx) };
        let entered = Scheduler::with(|scheduler| scheduler.enter(id, cx.waker()));
        // Wakers are dropped here, where nothing is borrowed.
        match entered {
            None | Some((Gate::Open, _)) => self.future.as_mut().poll(cx),
            Some((Gate::Closed, _)) => Poll::Pending,
            Some((Gate::Granted { operations, is_recorded }, _)) => {
                budget::leave(operations);
                let (polled, waiting) = match is_recorded {
                    true => {
                        let (polled, waiting) = place::watched(self.future.as_mut(), cx.waker());
                        (polled, Some(waiting))
                    }
                    false => (self.future.as_mut().poll(cx), None),
                };
                let is_ready = polled.is_ready();
                let old = Scheduler::with(|scheduler| scheduler.leave(id, is_ready, waiting));
                drop(old);
                polled
            }
        }
    }
}

impl<F> Drop for Actor<F> {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            let then = if thread::panicking() { Then::Panicked } else { Then::Canceled };
            let waker = Scheduler::with(|scheduler| scheduler.end(id, then));
            drop(waker);
        }
    }
}
