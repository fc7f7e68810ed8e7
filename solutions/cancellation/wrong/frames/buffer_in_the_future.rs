//! Rejected by: step_2_a_frame_survives_the_heartbeat
//! Outcome: wrong_answer
//! Why people write it: as long as nobody drops the future, a local buffer is all that a frame
//! needs.

use std::io::{self, ErrorKind};

use tokio::io::{AsyncRead, AsyncReadExt};

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
        loop {
            match self.input.read_u8().await {
                Ok(b'\n') => break,
                Ok(byte) => frame.push(byte),
                Err(error) if error.kind() == ErrorKind::UnexpectedEof && frame.is_empty() => {
                    return Ok(None);
                }
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => break,
                Err(error) => return Err(error),
            }
        }
        let text = String::from_utf8(frame);
        text.map(Some).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }
}
