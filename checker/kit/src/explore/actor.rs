//! A future that is polled when the scheduler says so.

use std::{
    future::Future,
    panic::Location,
    pin::Pin,
    task::{Context, Poll},
    thread,
};

use trace::{TaskFate, Then};

use super::{
    budget,
    scheduler::{ActorId, Gate, Scheduler},
};
use crate::{
    lanes::{self, LaneId},
    place::{self, Waiting},
};

/// A future of a run: one of its lanes, and, where the run is explored, under its scheduler.
/// Elsewhere a future like any other.
#[derive(Debug)]
pub struct Actor<F> {
    id: Option<ActorId>,
    lane: Option<LaneId>,
    future: Pin<Box<F>>,
}

impl<F: Future> Actor<F> {
    /// Takes `future` into the run of this thread. `spawned_at` is nothing for the body.
    pub(crate) fn new(future: F, spawned_at: Option<&'static Location<'static>>) -> Actor<F> {
        let added =
            Scheduler::with(|scheduler| (scheduler.add(spawned_at), scheduler.is_recorded()));
        // Of the thousand schedules that nobody will look at, no lanes are kept.
        let is_told = added.is_none_or(|(_, is_recorded)| is_recorded);
        let lane = if is_told { lanes::begin(spawned_at) } else { None };
        Actor { id: added.map(|(id, _)| id), lane, future: Box::pin(future) }
    }

    /// Polls the future, for the record. Gives where it waits, if `is_watched` or if its run asks.
    fn polled(
        &mut self,
        is_watched: bool,
        cx: &mut Context<'_>,
    ) -> (Poll<F::Output>, Option<Waiting>) {
        let begun =
            self.lane.as_ref().map(|lane| (lane.begin_poll(cx.waker()), lane.is_looked_at()));
        let is_looked_at = begun.is_some_and(|(_, is_looked_at)| is_looked_at);
        let (polled, waiting) = if is_watched || is_looked_at {
            let (polled, waiting) = place::watched(self.future.as_mut(), cx.waker());
            (polled, Some(waiting))
        } else {
            (self.future.as_mut().poll(cx), None)
        };
        if let (Some(lane), Some((from, _))) = (&self.lane, begun) {
            if let Some(waiting) = waiting.as_ref().filter(|_| is_looked_at) {
                lane.waits(waiting.clone());
            }
            lane.end_poll(from, polled.is_ready());
        }
        (polled, waiting)
    }
}

impl<F: Future> Future for Actor<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let Some(id) = self.id else { return self.polled(false, cx).0 };
        let entered = Scheduler::with(|scheduler| scheduler.enter(id, cx.waker()));
        // Wakers are dropped here, where nothing is borrowed.
        match entered {
            None | Some((Gate::Open, _)) => self.polled(false, cx).0,
            Some((Gate::Closed, _)) => Poll::Pending,
            Some((Gate::Granted { operations, is_recorded }, _)) => {
                budget::leave(operations);
                let (polled, waiting) = self.polled(is_recorded, cx);
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
        let is_panicking = thread::panicking();
        if let Some(lane) = &self.lane {
            lane.end(if is_panicking { TaskFate::Panicked } else { TaskFate::Canceled });
        }
        if let Some(id) = self.id {
            let then = if is_panicking { Then::Panicked } else { Then::Canceled };
            let waker = Scheduler::with(|scheduler| scheduler.end(id, then));
            drop(waker);
        }
    }
}
