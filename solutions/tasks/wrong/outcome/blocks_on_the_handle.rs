//! Rejected by: step_1_a_result_is_done_or_failed
//! Outcome: blocked
//! Why people write it: `block_on` gives the result of a future without `.await`.

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
    match futures::executor::block_on(job) {
        Ok(Ok(pages)) => Outcome::Done(pages),
        Ok(Err(reason)) => Outcome::Failed(reason),
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
