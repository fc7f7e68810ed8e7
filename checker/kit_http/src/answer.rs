//! What the script lets the server do, and the body that does it piece by piece.

use std::{
    error::Error,
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use hyper::{
    Response, StatusCode,
    body::{Body, Bytes, Frame, SizeHint},
    header,
};
use kit::{OpenCall, Visit};
use tokio::time::{Instant, Sleep, sleep_until};

/// What happens to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It is answered.
    Answer(Answer),
    /// It is never answered, and the connection stays.
    Hang,
    /// The connection is closed after this time, without a word.
    Close(Duration),
}

/// An answer, and how it travels.
///
/// ```
/// use kit::ms;
/// use kit_http::Answer;
///
/// // The head after 20 ms, then 5 bytes every 10 ms, and after 12 bytes the connection is gone.
/// let answer = Answer {
///     latency: ms(20),
///     chunk: 5,
///     every: ms(10),
///     cut_after: Some(12),
///     ..Answer::text(200, "the whole log of the Fram")
/// };
/// assert_eq!(answer.status, 200);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Such as 200.
    pub status: u16,
    /// The headers beside `content-length`, which is added. An answer with the header
    /// `transfer-encoding: chunked` is sent without its length.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
    /// How long it takes until the head is sent, and the first bytes with it.
    pub latency: Duration,
    /// How many bytes of the body are sent at once.
    pub chunk: usize,
    /// How long it takes until the next chunk is sent.
    pub every: Duration,
    /// After how many bytes of the body the connection is cut.
    pub cut_after: Option<usize>,
}

impl Answer {
    /// An answer with this text, at once.
    pub fn text(status: u16, text: &str) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: text.as_bytes().to_vec(),
            latency: Duration::ZERO,
            chunk: usize::MAX,
            every: Duration::ZERO,
            cut_after: None,
        }
    }

    /// The same with one more header.
    pub fn header(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What hyper is to send.
    ///
    /// # Panics
    ///
    /// If the script has set a status or a header that HTTP does not know, or an empty chunk.
    pub(crate) fn into_response(self, books: (Visit, OpenCall)) -> Response<Paced> {
        assert!(self.chunk > 0, "a body never ends that is sent in chunks of no bytes");
        let status = StatusCode::from_u16(self.status).expect("the script's status is one of HTTP");
        let has_length = self.headers.iter().any(|(name, _)| {
            let framing = [header::CONTENT_LENGTH, header::TRANSFER_ENCODING];
            framing.iter().any(|known| name.eq_ignore_ascii_case(known.as_str()))
        });
        let mut response = Response::builder().status(status);
        for (name, value) in &self.headers {
            response = response.header(name, value);
        }
        let mut body = Paced {
            left: Bytes::from(self.body),
            until_cut: self.cut_after,
            chunk: self.chunk,
            every: self.every,
            next: None,
            is_error: self.status >= 400,
            is_length_told: !has_length,
            is_flushed: false,
            books: Some(books),
        };
        body.close_books_at_the_end();
        response.body(body).expect("the script's headers are some of HTTP")
    }
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Reply {
        Reply::Answer(answer)
    }
}

/// A body that is sent chunk by chunk. Dropped before its end, it counts as canceled.
#[derive(Debug)]
pub(crate) struct Paced {
    left: Bytes,
    until_cut: Option<usize>,
    chunk: usize,
    every: Duration,
    /// When the next chunk is sent.
    next: Option<Pin<Box<Sleep>>>,
    is_error: bool,
    is_length_told: bool,
    /// Whether hyper had a turn to send what it has.
    is_flushed: bool,
    books: Option<(Visit, OpenCall)>,
}

impl Paced {
    fn close_books_at_the_end(&mut self) {
        let is_over = self.until_cut == Some(0) || self.left.is_empty();
        if is_over && let Some((visit, call)) = self.books.take() {
            visit.done();
            match self.is_error || self.until_cut == Some(0) {
                true => call.failed(),
                false => call.done(),
            }
        }
    }
}

impl Body for Paced {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Cut>>> {
        if self.until_cut == Some(0) {
            // What was sent before is to arrive: an error at once would take it along.
            if !self.is_flushed {
                self.is_flushed = true;
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            return Poll::Ready(Some(Err(Cut)));
        }
        if self.left.is_empty() {
            return Poll::Ready(None);
        }
        if let Some(next) = &mut self.next {
            ready!(next.as_mut().poll(cx));
        }
        let most = self.chunk.min(self.until_cut.unwrap_or(usize::MAX)).min(self.left.len());
        let chunk = self.left.split_to(most);
        self.until_cut = self.until_cut.map(|left| left - most);
        self.next = Some(Box::pin(sleep_until(Instant::now() + self.every)));
        self.close_books_at_the_end();
        Poll::Ready(Some(Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.left.is_empty() && self.until_cut != Some(0)
    }

    fn size_hint(&self) -> SizeHint {
        match u64::try_from(self.left.len()) {
            Ok(length) if self.is_length_told => SizeHint::with_exact(length),
            _ => SizeHint::default(),
        }
    }
}

/// The script has the connection cut here.
#[derive(Debug)]
pub(crate) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the script cuts the connection here")
    }
}

impl Error for Cut {}
