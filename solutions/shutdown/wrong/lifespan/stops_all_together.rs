//! Rejected by: step_2_the_last_one_stops_first
//! Outcome: wrong_answer
//! Why people write it: `join_all` gives each part its own limit and is over with the slowest: the power goes off first.

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
    /// Starts the parts in order, and undoes it if one of them fails.
    pub async fn open(parts: Vec<Part>, patience: Duration) -> Result<House, PartError> {
        let mut house = House { parts: Vec::new(), patience };
        for part in parts {
            if let Err(error) = part.start().await {
                house.close().await;
                return Err(error);
            }
            house.parts.push(part);
        }
        Ok(house)
    }

    /// Stops every part, the last one first.
    pub async fn close(self) -> Vec<(String, Stopped)> {
        let patience = self.patience;
        join_all(self.parts.iter().rev().map(|part| async move {
            let stopped = match timeout(patience, part.stop()).await {
                Ok(Ok(())) => Stopped::Cleanly,
                Ok(Err(error)) => Stopped::Failed(error),
                Err(_) => Stopped::GivenUp,
            };
            (part.name().to_owned(), stopped)
        }))
        .await
    }
}
