//! Error: E0382

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
        Err(error) => {
            let payload = error.into_panic();
            if error.is_cancelled() {
                return Outcome::Canceled;
            }
            Outcome::Crashed(payload.downcast_ref::<String>().cloned().unwrap_or_default())
        }
    }
}
