//! Rejected by: step_3_a_crash_without_a_text_is_a_crash
//! Outcome: wrong_answer
//! Why people write it: what has no text is taken for the other case, so that one arm ends the `match`.

use std::any::Any;

use tokio::task::JoinHandle;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    let error = match job.await {
        Ok(Ok(pages)) => return Outcome::Done(pages),
        Ok(Err(reason)) => return Outcome::Failed(reason),
        Err(error) => error,
    };
    let payload = error.try_into_panic().ok();
    let fixed = |payload: &Box<dyn Any + Send>| payload.downcast_ref::<&'static str>().copied();
    let formatted = |payload: &Box<dyn Any + Send>| payload.downcast_ref::<String>().cloned();
    if let Some(text) = payload.as_ref().and_then(fixed) {
        Outcome::Crashed(text.to_owned())
    } else if let Some(text) = payload.as_ref().and_then(formatted) {
        Outcome::Crashed(text)
    } else {
        Outcome::Canceled
    }
}
