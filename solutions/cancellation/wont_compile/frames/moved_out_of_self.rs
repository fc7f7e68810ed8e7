//! Error: E0507

use std::io::{self, ErrorKind};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

#[derive(Debug)]
pub struct Frames<R> {
    input: BufReader<R>,
    frame: Vec<u8>,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { input: BufReader::new(input), frame: Vec::new() }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        self.input.read_until(b'\n', &mut self.frame).await?;
        if self.frame.is_empty() {
            return Ok(None);
        }
        let mut frame = self.frame;
        frame.pop_if(|last| *last == b'\n');
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
