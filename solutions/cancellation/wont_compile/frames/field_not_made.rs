//! Error: E0063

use std::io::{self, ErrorKind};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

#[derive(Debug)]
pub struct Frames<R> {
    input: BufReader<R>,
    frame: Vec<u8>,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { input: BufReader::new(input) }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        self.input.read_until(b'\n', &mut self.frame).await?;
        let frame = std::mem::take(&mut self.frame);
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
