//! Rejected by: step_2_a_crash_is_told_in_its_own_words
//! Outcome: wrong_answer
//! Why people write it: a message is a text, and a text that is owned is a `String`.

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
        Err(error) => match error.try_into_panic() {
            Ok(payload) => {
                Outcome::Crashed(payload.downcast::<String>().map(|text| *text).unwrap_or_default())
            }
            Err(_) => Outcome::Canceled,
        },
    }
}
