//! Differs by: one byte at a time, each put into `self` before the next one is asked for.

use std::{
    io::{self, ErrorKind},
    mem,
};

use tokio::io::{AsyncRead, AsyncReadExt, BufReader};

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
        loop {
            match self.input.read_u8().await {
                Ok(b'\n') => break,
                Ok(byte) => self.frame.push(byte),
                Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(error),
                Err(_) if self.frame.is_empty() => return Ok(None),
                Err(_) => break,
            }
        }
        let frame = mem::take(&mut self.frame);
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
