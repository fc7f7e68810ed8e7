//! Rejected by: step_2_a_crash_is_told_in_its_own_words
//! Outcome: wrong_answer
//! Why people write it: every error has a text, and `to_string` gives it.

use tokio::task::JoinHandle;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    match job.await {
        Ok(Ok(pages)) => Outcome::Done(pages),
        Ok(Err(reason)) => Outcome::Failed(reason),
        Err(error) if error.is_cancelled() => Outcome::Canceled,
        Err(error) => Outcome::Crashed(error.to_string()),
    }
}
