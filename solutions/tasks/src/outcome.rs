//! `outcome`, solved: one `match` over the two layers of result.

use std::any::Any;

use tokio::task::JoinHandle;

/// What became of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It came to its end, with so many pages.
    Done(u32),
    /// It said why it could not, in these words.
    Failed(String),
    /// It panicked, with this message; with an empty one if the panic carries no text.
    Crashed(String),
    /// It was aborted before it came to its end.
    Canceled,
}

/// Waits for the end of a job and tells what became of it.
///
/// # Cancel safety
///
/// When the call is dropped, the job goes on, and its outcome is lost.
pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    // The outer layer is about the task, the inner one about the work. To ask `is_finished` first
    // would tell of this instant; awaiting is what waits for the end.
    match job.await {
        Ok(Ok(pages)) => Outcome::Done(pages),
        Ok(Err(reason)) => Outcome::Failed(reason),
        // A `JoinError` is a panic or an abort, and there is no third. `into_panic` would panic on
        // an abort; its text, by `to_string`, is about a task with a number.
        Err(error) => match error.try_into_panic() {
            Ok(payload) => Outcome::Crashed(text_of(payload.as_ref()).to_owned()),
            Err(_) => Outcome::Canceled,
        },
    }
}

/// `panic!("…")` carries a `&'static str`, `panic!("{…}")` a `String`, `panic_any` anything.
fn text_of(payload: &(dyn Any + Send)) -> &str {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        ""
    }
}
