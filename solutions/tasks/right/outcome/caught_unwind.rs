//! Differs by: the panic goes on in a future that catches it, as if there had been no task.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, resume_unwind},
};

use futures::FutureExt;
use tokio::task::JoinHandle;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    let work = async {
        match job.await {
            Ok(Ok(pages)) => Outcome::Done(pages),
            Ok(Err(reason)) => Outcome::Failed(reason),
            Err(error) if error.is_panic() => resume_unwind(error.into_panic()),
            Err(_) => Outcome::Canceled,
        }
    };
    let ended = AssertUnwindSafe(work).catch_unwind().await;
    ended.unwrap_or_else(|payload| Outcome::Crashed(text_of(payload.as_ref())))
}

fn text_of(payload: &(dyn Any + Send)) -> String {
    let fixed = payload.downcast_ref::<&'static str>().map(|text| text.to_string());
    fixed.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
