//! Differs by: a `JoinSet` with one member joins the job, and aborts it when the call is dropped.

use std::any::Any;

use tokio::task::{JoinHandle, JoinSet};
use tokio_util::task::AbortOnDropHandle;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    let mut group = JoinSet::new();
    let job = AbortOnDropHandle::new(job);
    group.spawn(async move { job.await });
    let ended = group.join_next().await.expect("the group has one member");
    match ended.expect("waiting does not panic") {
        Ok(Ok(pages)) => Outcome::Done(pages),
        Ok(Err(reason)) => Outcome::Failed(reason),
        Err(error) if error.is_cancelled() => Outcome::Canceled,
        Err(error) => Outcome::Crashed(text_of(error.into_panic().as_ref())),
    }
}

fn text_of(payload: &(dyn Any + Send)) -> String {
    let fixed = payload.downcast_ref::<&'static str>().map(|text| text.to_string());
    fixed.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
