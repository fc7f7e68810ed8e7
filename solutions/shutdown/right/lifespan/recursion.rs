//! Differs by: each part starts the rest of the list, and stops when the rest is done.

use std::time::Duration;

use futures::{FutureExt, future::BoxFuture};
use tokio::time::timeout;
use worlds::{Part, PartError};

/// A theater with its doors open: every part of it is on.
#[derive(Debug)]
pub struct House {
    /// In the order in which they were started.
    parts: Vec<Part>,
    /// How long each part may take to stop.
    patience: Duration,
}

/// How a part stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// It is off.
    Cleanly,
    /// It could not be stopped.
    Failed(PartError),
    /// It took longer than it may, and was left as it was.
    GivenUp,
}

impl House {
    /// Starts the parts in order, and undoes it if one of them fails.
    pub async fn open(parts: Vec<Part>, patience: Duration) -> Result<House, PartError> {
        start_from(&parts, patience).await?;
        Ok(House { parts, patience })
    }

    /// Stops every part, the last one first.
    pub async fn close(self) -> Vec<(String, Stopped)> {
        let mut report = Vec::new();
        for part in self.parts.iter().rev() {
            report.push((part.name().to_owned(), stop(part, self.patience).await));
        }
        report
    }
}

fn start_from(parts: &[Part], patience: Duration) -> BoxFuture<'_, Result<(), PartError>> {
    async move {
        let Some((first, rest)) = parts.split_first() else { return Ok(()) };
        first.start().await?;
        let started = start_from(rest, patience).await;
        if started.is_err() {
            stop(first, patience).await;
        }
        started
    }
    .boxed()
}

async fn stop(part: &Part, patience: Duration) -> Stopped {
    match timeout(patience, part.stop()).await {
        Ok(Ok(())) => Stopped::Cleanly,
        Ok(Err(error)) => Stopped::Failed(error),
        Err(_) => Stopped::GivenUp,
    }
}
