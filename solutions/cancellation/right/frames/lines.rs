//! Differs by: `Lines`, which keeps its buffer in itself.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader, Lines};

#[derive(Debug)]
pub struct Frames<R> {
    lines: Lines<BufReader<R>>,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { lines: BufReader::new(input).lines() }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        self.lines.next_line().await
    }
}
