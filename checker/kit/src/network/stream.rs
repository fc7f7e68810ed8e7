//! One end of a connection, as code that is generic over streams sees it.

use std::{
    fmt,
    future::Future,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    task::coop::{self, Unconstrained},
    time::{Instant, Sleep, sleep_until},
};

use super::connection::{Connection, Side};
use crate::{OpenCall, Visit};

/// One end of a connection in a [`Network`](super::Network).
///
/// Dropped, it ends both directions: the other side reads what is still under way and then the end,
/// and can write no more. `shutdown` ends only the direction in which it writes.
pub struct Stream {
    connection: Arc<Connection>,
    side: Side,
    reading: Alarm,
    writing: Alarm,
}

impl Stream {
    /// The end of who connected.
    pub(super) fn asking(connection: Arc<Connection>) -> Stream {
        Stream::new(connection, Side::Asking)
    }

    /// The end of who accepts.
    pub(super) fn answering(connection: Arc<Connection>) -> Stream {
        Stream::new(connection, Side::Answering)
    }

    fn new(connection: Arc<Connection>, side: Side) -> Stream {
        Stream { connection, side, reading: Alarm::default(), writing: Alarm::default() }
    }

    /// From now on the books show it.
    pub(super) fn established(self, visit: Visit, call: OpenCall) -> Stream {
        self.connection.establish(visit, call);
        self
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if buffer.remaining() == 0 {
            return Poll::Ready(Ok(()));
        }
        let turn = ready!(coop::poll_proceed(cx));
        let Stream { connection, side, reading, .. } = &mut *self;
        let read = ready!(connection.poll_read(*side, cx, buffer, reading));
        turn.made_progress();
        Poll::Ready(read)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let turn = ready!(coop::poll_proceed(cx));
        let Stream { connection, side, writing, .. } = &mut *self;
        let written = ready!(connection.poll_write(*side, cx, bytes, writing));
        turn.made_progress();
        Poll::Ready(written)
    }

    fn poll_flush(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // What is written has left, as with a socket.
        Poll::Ready(self.connection.check())
    }

    fn poll_shutdown(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.connection.end(self.side);
        Poll::Ready(self.connection.check())
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.connection.leave(self.side);
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("side", &self.side).finish_non_exhaustive()
    }
}

/// Wakes whoever waits for a moment of the connection.
#[derive(Default)]
pub(super) struct Alarm(Option<(Instant, Pin<Box<Unconstrained<Sleep>>>)>);

impl Alarm {
    /// Ready when `at` has come.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>, at: Instant) -> Poll<()> {
        if self.0.as_ref().is_none_or(|(set_to, _)| *set_to != at) {
            // The read or write has its unit of the budget; waiting for its moment is no other one.
            self.0 = Some((at, Box::pin(coop::unconstrained(sleep_until(at)))));
        }
        let sleep = self.0.as_mut().map(|(_, sleep)| sleep.as_mut().poll(cx));
        let polled = sleep.unwrap_or(Poll::Ready(()));
        if polled.is_ready() {
            self.0 = None;
        }
        polled
    }
}
