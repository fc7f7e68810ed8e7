//! Error: E0277

use tokio::task::JoinHandle;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Crashed(String),
    Canceled,
}

pub async fn outcome(job: JoinHandle<Result<u32, String>>) -> Outcome {
    match job.await? {
        Ok(pages) => Outcome::Done(pages),
        Err(reason) => Outcome::Failed(reason),
    }
}
