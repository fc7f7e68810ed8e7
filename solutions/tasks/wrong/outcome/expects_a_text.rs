//! Rejected by: step_3_a_crash_without_a_text_is_a_crash
//! Outcome: panicked
//! Why people write it: `panic!` makes one of two types, and a third one seems impossible.

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
                let fixed = payload.downcast_ref::<&'static str>().map(|text| text.to_string());
                let text = fixed.or_else(|| payload.downcast_ref::<String>().cloned());
                Outcome::Crashed(text.expect("a panic has a text"))
            }
            Err(_) => Outcome::Canceled,
        },
    }
}
