//! Rejected by: step_5_a_failed_start_has_the_same_patience
//! Outcome: wrong_answer
//! Why people write it: the way back after a failed start is a second loop, and it has no limit.

use std::time::Duration;

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
        for (place, part) in parts.iter().enumerate() {
            if let Err(error) = part.start().await {
                for started in parts[..place].iter().rev() {
                    let _ = started.stop().await;
                }
                return Err(error);
            }
        }
        Ok(House { parts, patience })
    }

    /// Stops every part, the last one first.
    pub async fn close(self) -> Vec<(String, Stopped)> {
        let mut report = Vec::new();
        for part in self.parts.into_iter().rev() {
            let stopped = match timeout(self.patience, part.stop()).await {
                Ok(Ok(())) => Stopped::Cleanly,
                Ok(Err(error)) => Stopped::Failed(error),
                Err(_) => Stopped::GivenUp,
            };
            report.push((part.name().to_owned(), stopped));
        }
        report
    }
}
