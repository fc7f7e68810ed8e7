//! A connection: two directions that share their fate.

use std::{
    io::{self, ErrorKind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

use tokio::{io::ReadBuf, time::Instant};

use super::{
    line::{Direction, Line},
    stream::Alarm,
};
use crate::{OpenCall, Visit};

/// Which end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The one that connected.
    Asking,
    /// The one that accepted.
    Answering,
}

#[derive(Debug)]
pub(super) struct Connection(Mutex<Both>);

#[derive(Debug)]
struct Both {
    there: Direction,
    back: Direction,
    /// When both sides notice that the connection is broken.
    cut_at: Option<Instant>,
    is_parted: bool,
    /// What the books hold of it, from when it stands until it ends.
    open: Option<(Visit, OpenCall)>,
}

impl Connection {
    pub(super) fn new(there: Line, back: Line) -> Arc<Connection> {
        let (there, back) = (Direction::new(there), Direction::new(back));
        let is_cut_at_once = there.is_cut_at_once() || back.is_cut_at_once();
        let cut_at = is_cut_at_once.then(Instant::now);
        let both = Both { there, back, cut_at, is_parted: false, open: None };
        Arc::new(Connection(Mutex::new(both)))
    }

    /// From now on the books show it.
    pub(super) fn establish(&self, visit: Visit, call: OpenCall) {
        let mut both = self.both();
        both.open = Some((visit, call));
        both.close_books_at_the_end();
    }

    pub(super) fn poll_read(
        &self,
        side: Side,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
        alarm: &mut Alarm,
    ) -> Poll<io::Result<()>> {
        loop {
            let now = Instant::now();
            let mut both = self.both();
            let (cut_at, is_parted) = (both.cut_at, both.is_parted);
            let direction = both.toward(side);
            direction.reader = Some(cx.waker().clone());
            if is_parted {
                return Poll::Pending;
            }
            let next = direction.next_arrival();
            if next.is_some_and(|at| at <= now && cut_at.is_none_or(|cut_at| at <= cut_at)) {
                direction.give(buffer.remaining(), now, |bytes| buffer.put_slice(bytes));
                let writer = direction.writer.take();
                drop(both);
                wake([writer]);
                return Poll::Ready(Ok(()));
            }
            let end = direction.end;
            if both.is_broken(now) {
                return Poll::Ready(Err(reset()));
            }
            if end.is_some_and(|end| end <= now) {
                return Poll::Ready(Ok(()));
            }
            drop(both);

            match [next, end, cut_at].into_iter().flatten().min() {
                Some(at) if alarm.poll(cx, at).is_ready() => {}
                _ => return Poll::Pending,
            }
        }
    }

    pub(super) fn poll_write(
        &self,
        side: Side,
        cx: &mut Context<'_>,
        bytes: &[u8],
        alarm: &mut Alarm,
    ) -> Poll<io::Result<usize>> {
        loop {
            let now = Instant::now();
            let mut both = self.both();
            if !both.is_parted && both.is_broken(now) {
                return Poll::Ready(Err(reset()));
            }
            let (cut_at, is_parted) = (both.cut_at, both.is_parted);
            let direction = both.from(side);
            if direction.end.is_some() || direction.is_reader_gone {
                return Poll::Ready(Err(ErrorKind::BrokenPipe.into()));
            }
            if bytes.is_empty() {
                return Poll::Ready(Ok(0));
            }
            if direction.room() > 0 {
                let (taken, cut) = direction.take(bytes, now);
                let mut wakers = vec![direction.reader.take()];
                if let (None, Some(at)) = (both.cut_at, cut) {
                    both.cut_at = Some(at);
                    wakers.extend(both.wakers());
                }
                drop(both);
                wake(wakers);
                return Poll::Ready(Ok(taken));
            }
            direction.writer = Some(cx.waker().clone());
            drop(both);

            match cut_at {
                Some(at) if !is_parted && alarm.poll(cx, at).is_ready() => {}
                _ => return Poll::Pending,
            }
        }
    }

    /// Whether the connection still stands, for a side that wants to know before it goes on.
    pub(super) fn check(&self) -> io::Result<()> {
        let mut both = self.both();
        match !both.is_parted && both.is_broken(Instant::now()) {
            true => Err(reset()),
            false => Ok(()),
        }
    }

    /// `side` writes no more.
    pub(super) fn end(&self, side: Side) {
        let mut both = self.both();
        both.end(side);
        let reader = both.from(side).reader.take();
        drop(both);
        wake([reader]);
    }

    /// `side` neither writes nor reads any more.
    pub(super) fn leave(&self, side: Side) {
        let mut both = self.both();
        both.end(side);
        both.toward(side).is_reader_gone = true;
        let wakers = [both.from(side).reader.take(), both.toward(side).writer.take()];
        drop(both);
        wake(wakers);
    }

    pub(super) fn part(&self, is_parted: bool) {
        let mut both = self.both();
        both.is_parted = is_parted;
        let wakers = both.wakers();
        drop(both);
        wake(wakers);
    }

    fn both(&self) -> MutexGuard<'_, Both> {
        // Nothing between two changes can panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Both {
    /// The direction in which `side` writes.
    fn from(&mut self, side: Side) -> &mut Direction {
        match side {
            Side::Asking => &mut self.there,
            Side::Answering => &mut self.back,
        }
    }

    /// The direction in which `side` reads.
    fn toward(&mut self, side: Side) -> &mut Direction {
        match side {
            Side::Asking => &mut self.back,
            Side::Answering => &mut self.there,
        }
    }

    fn end(&mut self, side: Side) {
        let direction = self.from(side);
        if direction.end.is_none() {
            direction.end = Some(direction.arrival_of_last(Instant::now()));
        }
        self.close_books_at_the_end();
    }

    /// Closes the books if both sides have closed the connection.
    fn close_books_at_the_end(&mut self) {
        if self.there.end.is_some() && self.back.end.is_some() {
            self.close_books();
        }
    }

    fn close_books(&mut self) {
        if let Some((visit, call)) = self.open.take() {
            visit.done();
            match self.cut_at {
                Some(_) => call.failed(),
                None => call.done(),
            }
        }
    }

    /// Whether the cut has been reached; then the books say so.
    fn is_broken(&mut self, now: Instant) -> bool {
        let is_broken = self.cut_at.is_some_and(|cut_at| cut_at <= now);
        if is_broken {
            self.close_books();
        }
        is_broken
    }

    fn wakers(&mut self) -> Vec<Option<Waker>> {
        [self.there.wakers(), self.back.wakers()].concat()
    }
}

fn wake(wakers: impl IntoIterator<Item = Option<Waker>>) {
    wakers.into_iter().flatten().for_each(Waker::wake);
}

fn reset() -> io::Error {
    io::Error::new(ErrorKind::ConnectionReset, "the connection was cut")
}
