//! Rejected by: step_1_frames_come_one_by_one
//! Outcome: wrong_answer
//! Why people write it: one read is taken for one frame: the buffer is emptied with the first of
//! them.

use std::{
    io::{self, ErrorKind},
    mem,
};

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
            let end = self.buffer.iter().position(|byte| *byte == b'\n');
            let is_over = end.is_none() && self.input.read_buf(&mut self.buffer).await? == 0;
            if is_over && self.buffer.is_empty() {
                return Ok(None);
            }
            if end.is_some() || is_over {
                let mut frame = mem::take(&mut self.buffer);
                frame.truncate(end.unwrap_or(frame.len()));
                let text = String::from_utf8(frame);
                return text
                    .map(Some)
                    .map_err(|error| io::Error::new(ErrorKind::InvalidData, error));
            }
        }
    }
}
