//! Rejected by: step_2_a_frame_survives_the_heartbeat
//! Outcome: wrong_answer
//! Why people write it: taking the buffer out is a way to please the borrow checker, and it is put
//! back only if the read ends.

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
        let mut buffer = mem::take(&mut self.buffer);
        let frame = loop {
            if let Some(end) = buffer.iter().position(|byte| *byte == b'\n') {
                let rest = buffer.split_off(end + 1);
                self.buffer = rest;
                buffer.pop();
                break buffer;
            }
            if self.input.read_buf(&mut buffer).await? == 0 {
                if buffer.is_empty() {
                    return Ok(None);
                }
                break buffer;
            }
        };
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
