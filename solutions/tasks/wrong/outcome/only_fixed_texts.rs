//! Rejected by: step_2_a_crash_is_told_in_its_own_words
//! Outcome: wrong_answer
//! Why people write it: the first panic one tries has a fixed text, and its type does for that one.

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
                let text = payload.downcast_ref::<&'static str>().copied();
                Outcome::Crashed(text.unwrap_or_default().to_owned())
            }
            Err(_) => Outcome::Canceled,
        },
    }
}
