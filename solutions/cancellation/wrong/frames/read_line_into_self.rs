//! Rejected by: step_2_a_frame_survives_the_heartbeat
//! Outcome: wrong_answer
//! Why people write it: the buffer is in `self`; that `read_line` takes it out while it reads
//! stands in its documentation only.

use std::{io, mem};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};

#[derive(Debug)]
pub struct Frames<R> {
    input: BufReader<R>,
    frame: String,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { input: BufReader::new(input), frame: String::new() }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        self.input.read_line(&mut self.frame).await?;
        if self.frame.is_empty() {
            return Ok(None);
        }
        let mut frame = mem::take(&mut self.frame);
        if frame.ends_with('\n') {
            frame.pop();
        }
        Ok(Some(frame))
    }
}
