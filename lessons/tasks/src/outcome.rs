//! # Two layers of result: what became of job 17?
//!
//! A print shop runs each job as a task: it prints pages, or it says why it cannot. Jobs can be
//! called off, and some crash the driver. The clerk at the desk needs one word for the customer,
//! and the crash report needs the text of the panic, not the number of a task. A panic carries a
//! `&'static str` or a `String`, seldom anything else.
//!
//! - Read: `lessons/tasks/README.md`
//! - Check: `cargo test -p tasks outcome` or `cargo checker run tasks/outcome`
//! - Hint: `cargo checker hint tasks/outcome`
//! - Toolbox: `tokio::task::JoinError`, `JoinError::try_into_panic`, `JoinError::to_string`,
//!   `<dyn Any>::downcast_ref`; one of them is a trap here
//! - Needs: `match`, `Box<dyn Any>`

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
/// The message of a panic is the text given to `panic!`, whether it is fixed or formatted. A job
/// that has ended, and is aborted afterwards, has ended as it did.
pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    todo!("wait for {job:?} and tell what became of it")
}
