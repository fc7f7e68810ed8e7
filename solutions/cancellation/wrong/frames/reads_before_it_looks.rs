//! Rejected by: step_5_a_frame_that_is_there_comes_at_once
//! Outcome: wrong_answer
//! Why people write it: reading stands first in the loop, although a whole frame may be there from
//! the last read.

use std::io::{self, ErrorKind};

use tokio::io::{AsyncRead, AsyncReadExt};

#[derive(Debug)]
pub struct Frames<R> {
    input: R,
    buffer: Vec<u8>,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { input, buffer: Vec::new() }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        loop {
            let count = self.input.read_buf(&mut self.buffer).await?;
            let end = self.buffer.iter().position(|byte| *byte == b'\n');
            if count == 0 && self.buffer.is_empty() {
                return Ok(None);
            }
            if end.is_some() || count == 0 {
                let end = end.unwrap_or(self.buffer.len() - 1);
                let mut frame: Vec<u8> = self.buffer.drain(..=end).collect();
                frame.pop_if(|last| *last == b'\n');
                let text = String::from_utf8(frame);
                return text
                    .map(Some)
                    .map_err(|error| io::Error::new(ErrorKind::InvalidData, error));
            }
        }
    }
}
