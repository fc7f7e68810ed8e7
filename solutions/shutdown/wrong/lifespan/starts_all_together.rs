//! Rejected by: step_1_parts_start_one_after_the_other
//! Outcome: wrong_answer
//! Why people write it: starting at the same time is faster, and nobody asks what the lights need.

use std::time::Duration;

use futures::future::join_all;
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
    /// Starts the parts, and undoes it if one of them fails.
    pub async fn open(parts: Vec<Part>, patience: Duration) -> Result<House, PartError> {
        let started = join_all(parts.iter().map(Part::start)).await;
        let mut house = House { parts: Vec::new(), patience };
        let mut failure = None;
        for (part, started) in parts.into_iter().zip(started) {
            match started {
                Ok(()) => house.parts.push(part),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        match failure {
            None => Ok(house),
            Some(error) => {
                house.close().await;
                Err(error)
            }
        }
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
