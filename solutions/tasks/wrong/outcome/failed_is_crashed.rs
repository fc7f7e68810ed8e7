//! Rejected by: step_1_a_result_is_done_or_failed
//! Outcome: wrong_answer
//! Why people write it: an `Err` is an `Err`, and one arm for both layers is shorter.

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
    match job.await {
        Ok(Ok(pages)) => Outcome::Done(pages),
        Ok(Err(reason)) => Outcome::Crashed(reason),
        Err(error) => match error.try_into_panic() {
            Ok(payload) => Outcome::Crashed(text_of(payload.as_ref())),
            Err(_) => Outcome::Canceled,
        },
    }
}

fn text_of(payload: &(dyn Any + Send)) -> String {
    let fixed = payload.downcast_ref::<&'static str>().map(|text| text.to_string());
    fixed.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
