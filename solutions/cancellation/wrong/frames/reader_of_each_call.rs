//! Rejected by: step_1_frames_come_one_by_one
//! Outcome: wrong_answer
//! Why people write it: a reader is made where it is used, and dropped with what it has read ahead.

use std::io::{self, ErrorKind};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

#[derive(Debug)]
pub struct Frames<R> {
    input: R,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { input }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let mut frame = Vec::new();
        BufReader::new(&mut self.input).read_until(b'\n', &mut frame).await?;
        if frame.is_empty() {
            return Ok(None);
        }
        frame.pop_if(|last| *last == b'\n');
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
