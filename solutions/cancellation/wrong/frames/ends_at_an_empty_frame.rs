//! Rejected by: step_1_frames_come_one_by_one
//! Outcome: wrong_answer
//! Why people write it: an empty buffer is taken for the end, also after its newline was cut off.

use std::{
    io::{self, ErrorKind},
    mem,
};

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
        let mut frame = mem::take(&mut self.frame);
        frame.pop_if(|last| *last == b'\n');
        if frame.is_empty() {
            return Ok(None);
        }
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
