//! Rejected by: step_4_a_letter_may_come_in_two_halves
//! Outcome: wrong_answer
//! Why people write it: each piece is made text as it comes, and a piece ends where the radio
//! pauses.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

#[derive(Debug)]
pub struct Frames<R> {
    input: R,
    text: String,
}

impl<R: AsyncRead + Unpin> Frames<R> {
    pub fn new(input: R) -> Frames<R> {
        Frames { input, text: String::new() }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.text.find('\n') {
                let mut frame: String = self.text.drain(..=end).collect();
                frame.pop();
                return Ok(Some(frame));
            }
            let mut piece = [0; 1024];
            let count = self.input.read(&mut piece).await?;
            if count == 0 {
                let rest = std::mem::take(&mut self.text);
                return Ok((!rest.is_empty()).then_some(rest));
            }
            self.text += &String::from_utf8_lossy(&piece[..count]);
        }
    }
}
