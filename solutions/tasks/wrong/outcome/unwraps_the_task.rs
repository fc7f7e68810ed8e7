//! Rejected by: step_2_a_crash_is_told_in_its_own_words
//! Outcome: panicked
//! Why people write it: the outer `Result` is in the way, and `unwrap` leaves the one that is known.

use tokio::task::JoinHandle;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    match job.await.unwrap() {
        Ok(pages) => Outcome::Done(pages),
        Err(reason) => Outcome::Failed(reason),
    }
}
