//! Differs by: a buffer that `read_buf` fills, without a `BufReader`.

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
        let frame = loop {
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                let mut frame: Vec<u8> = self.buffer.drain(..=end).collect();
                frame.pop();
                break frame;
            }
            if self.input.read_buf(&mut self.buffer).await? == 0 {
                if self.buffer.is_empty() {
                    return Ok(None);
                }
                break self.buffer.drain(..).collect();
            }
        };
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
