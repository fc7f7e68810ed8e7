//! Error: E0308

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
        Ok(pages) => Outcome::Done(pages),
        Err(error) if error.is_cancelled() => Outcome::Canceled,
        Err(error) => Outcome::Crashed(error.to_string()),
    }
}
