//! `frames`, solved: what has to survive a dropped future stands outside of it.

use std::{
    io::{self, ErrorKind},
    mem,
};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

/// Reads frames from a radio.
#[derive(Debug)]
pub struct Frames<R> {
    input: BufReader<R>,
    /// What has come of the next frame.
    frame: Vec<u8>,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    /// Reads from the beginning of `input`.
    pub fn new(input: R) -> Frames<R> {
        Frames { input: BufReader::new(input), frame: Vec::new() }
    }

    /// Gives the next frame, without the newline that ends it, as soon as it is there; `None` at
    /// the end of the input. The last frame may lack its newline.
    ///
    /// # Errors
    ///
    /// If the input fails, or with [`ErrorKind::InvalidData`] if a frame is not UTF-8.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, it loses no byte: the next call goes on where this one was.
    pub async fn next(&mut self) -> io::Result<Option<String>> {
        // `read_until` puts the bytes straight into the buffer that it borrows, and here the buffer
        // belongs to `self`. `read_line` would move its `String` into the future while it reads.
        self.input.read_until(b'\n', &mut self.frame).await?;
        // No `.await` from here on: the frame is taken out and given away in one piece.
        if self.frame.is_empty() {
            return Ok(None);
        }
        let mut frame = mem::take(&mut self.frame);
        frame.pop_if(|last| *last == b'\n');
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
