//! # Cancel safety: frames from a radio
//!
//! A ship's radio sends frames, one a line, a few bytes at a time. The port reads them in a
//! `select!` beside a heartbeat: whenever the heartbeat comes first, the future of `next` is
//! dropped, and a new one is made in the next round. A fast radio is read well; of a slow one, the
//! beginnings of frames are missing. The code compiles. Mend it.
//!
//! - Read: `lessons/cancellation/README.md`
//! - Check: `cargo test -p cancellation frames` or `cargo checker run cancellation/frames`
//! - Hint: `cargo checker hint cancellation/frames`
//! - Toolbox: `AsyncBufReadExt::read_line`, `AsyncBufReadExt::read_until`,
//!   `AsyncBufReadExt::lines`, `AsyncReadExt::read_buf`; one of them is a trap, even with a buffer
//!   that survives
//! - Needs: `Result` and `?`, generics, bytes and strings

use std::io::{self, ErrorKind};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

/// Reads frames from a radio. Its private fields may change.
#[derive(Debug)]
pub struct Frames<R> {
    input: BufReader<R>,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    /// Reads from the beginning of `input`.
    pub fn new(input: R) -> Frames<R> {
        Frames { input: BufReader::new(input) }
    }

    /// Gives the next frame, without the newline that ends it, as soon as it is there; `None` at
    /// the end of the input. The last frame may lack its newline. A `\r` before a newline may stay
    /// or go.
    ///
    /// # Errors
    ///
    /// If the input fails, or with [`ErrorKind::InvalidData`] if a frame is not UTF-8.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, it loses no byte: the next call goes on where this one was.
    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let mut frame = Vec::new();
        self.input.read_until(b'\n', &mut frame).await?;
        if frame.is_empty() {
            return Ok(None);
        }
        frame.pop_if(|last| *last == b'\n');
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
