//! Rejected by: step_1_frames_come_one_by_one
//! Outcome: busy
//! Why people write it: a read of 0 bytes is the end of the input, and looks like a read that has
//! to be tried again.

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
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                let mut frame: Vec<u8> = self.buffer.drain(..=end).collect();
                frame.pop();
                let text = String::from_utf8(frame);
                return text
                    .map(Some)
                    .map_err(|error| io::Error::new(ErrorKind::InvalidData, error));
            }
            self.input.read_buf(&mut self.buffer).await?;
        }
    }
}
