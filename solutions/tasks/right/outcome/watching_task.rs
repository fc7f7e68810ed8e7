//! Differs by: a second task waits for the job and reports over a channel, as a done callback would.

use std::any::Any;

use tokio::{sync::oneshot, task::JoinHandle};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    let (sender, receiver) = oneshot::channel();
    tokio::spawn(async move {
        let outcome = match job.await {
            Ok(Ok(pages)) => Outcome::Done(pages),
            Ok(Err(reason)) => Outcome::Failed(reason),
            Err(error) if error.is_cancelled() => Outcome::Canceled,
            Err(error) => Outcome::Crashed(text_of(error.into_panic().as_ref())),
        };
        // Nobody may be left who wants to know.
        let _ = sender.send(outcome);
    });
    receiver.await.expect("the watching task does not panic")
}

fn text_of(payload: &(dyn Any + Send)) -> String {
    let fixed = payload.downcast_ref::<&'static str>().map(|text| text.to_string());
    fixed.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
