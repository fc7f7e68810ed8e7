//! One direction of a connection: what is under way on it, and when it arrives.

use std::{collections::VecDeque, task::Waker, time::Duration};

use tokio::time::Instant;

/// How bytes travel in one direction.
///
/// ```
/// use kit::{ms, network::Line};
///
/// // Five bytes every 10 ms, each of them 20 ms on its way; the connection breaks after 12.
/// let line = Line {
///     latency: ms(20),
///     chunk: 5,
///     every: ms(10),
///     cut_after: Some(12),
///     ..Line::default()
/// };
/// assert_eq!(line.buffer, 65_536);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// How long a byte is on its way.
    pub latency: Duration,
    /// How many bytes a read gives at most, and how many leave in one interval of `every`.
    pub chunk: usize,
    /// How long it takes until the next chunk may leave.
    pub every: Duration,
    /// After how many bytes the connection breaks, in both directions: they arrive, and the next
    /// thing to be read is `ConnectionReset`.
    pub cut_after: Option<usize>,
    /// How many bytes can be under way or unread before a write waits.
    pub buffer: usize,
}

impl Default for Line {
    /// Everything arrives at once and whole; 64 KiB can wait to be read.
    fn default() -> Line {
        Line {
            latency: Duration::ZERO,
            chunk: usize::MAX,
            every: Duration::ZERO,
            cut_after: None,
            buffer: 64 * 1024,
        }
    }
}

/// A line in use. It knows nothing of the other direction.
#[derive(Debug)]
pub(super) struct Direction {
    line: Line,
    /// Pieces with the moment at which they arrive, in order.
    under_way: VecDeque<(Instant, VecDeque<u8>)>,
    /// Bytes in all pieces.
    held: usize,
    /// Bytes taken so far, up to the cut.
    taken: usize,
    /// When the interval began in which the last bytes left, and how many did in it.
    interval: Option<(Instant, usize)>,
    /// When the reader reads the end.
    pub(super) end: Option<Instant>,
    pub(super) is_reader_gone: bool,
    pub(super) reader: Option<Waker>,
    pub(super) writer: Option<Waker>,
}

impl Direction {
    pub(super) fn new(line: Line) -> Direction {
        Direction {
            line,
            under_way: VecDeque::new(),
            held: 0,
            taken: 0,
            interval: None,
            end: None,
            is_reader_gone: false,
            reader: None,
            writer: None,
        }
    }

    /// How many bytes can be written now.
    pub(super) fn room(&self) -> usize {
        self.line.buffer - self.held
    }

    /// Takes as many of `bytes` as there is room for; gives how many, and when the connection
    /// breaks if it does by them.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant) -> (usize, Option<Instant>) {
        let bytes = &bytes[..bytes.len().min(self.room())];
        let until_cut = self.line.cut_after.map_or(usize::MAX, |cut| cut - self.taken);
        let mut left = &bytes[..bytes.len().min(until_cut)];
        while !left.is_empty() {
            let (leaves, room) = self.departure(now);
            let (piece, rest) = left.split_at(left.len().min(room));
            if let Some((_, used)) = &mut self.interval {
                *used += piece.len();
            }
            self.held += piece.len();
            self.taken += piece.len();
            self.under_way.push_back((leaves + self.line.latency, piece.iter().copied().collect()));
            left = rest;
        }
        let is_cut = self.line.cut_after == Some(self.taken);
        (bytes.len(), is_cut.then(|| self.arrival_of_last(now)))
    }

    /// When the next bytes leave, and how many can do so then.
    fn departure(&mut self, now: Instant) -> (Instant, usize) {
        let Line { chunk, every, .. } = self.line;
        let (begun, used) = match self.interval {
            Some((begun, used)) if now < begun + every && used < chunk => (begun, used),
            Some((begun, _)) if now < begun + every => (begun + every, 0),
            _ => (now, 0),
        };
        self.interval = Some((begun, used));
        (begun.max(now), chunk - used)
    }

    /// When everything that was written is there.
    pub(super) fn arrival_of_last(&self, now: Instant) -> Instant {
        let at_once = now + self.line.latency;
        self.under_way.back().map_or(at_once, |(arrives, _)| at_once.max(*arrives))
    }

    /// Whether a connection by this line breaks before the first byte.
    pub(super) fn is_cut_at_once(&self) -> bool {
        self.line.cut_after == Some(0)
    }

    /// When the next bytes arrive, or have.
    pub(super) fn next_arrival(&self) -> Option<Instant> {
        self.under_way.front().map(|(arrives, _)| *arrives)
    }

    /// Gives what has arrived to `put`, up to `most` bytes and a chunk.
    pub(super) fn give(&mut self, most: usize, now: Instant, mut put: impl FnMut(&[u8])) {
        let mut left = most.min(self.line.chunk);
        while left > 0
            && let Some((arrives, piece)) = self.under_way.front_mut()
            && *arrives <= now
        {
            let taken = piece.len().min(left);
            let given: Vec<u8> = piece.drain(..taken).collect();
            put(&given);
            left -= taken;
            self.held -= taken;
            if piece.is_empty() {
                self.under_way.pop_front();
            }
        }
    }

    /// Takes the wakers, to be woken when no lock is held.
    pub(super) fn wakers(&mut self) -> [Option<Waker>; 2] {
        [self.reader.take(), self.writer.take()]
    }
}
