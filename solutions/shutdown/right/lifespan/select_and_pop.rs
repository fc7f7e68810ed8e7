//! Differs by: parts are popped from the list, and `select!` holds the limit.

use std::time::Duration;

use tokio::{select, time::sleep};
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
        let mut started = Vec::with_capacity(parts.len());
        for part in parts {
            match part.start().await {
                Ok(()) => started.push(part),
                Err(error) => {
                    House { parts: started, patience }.close().await;
                    return Err(error);
                }
            }
        }
        Ok(House { parts: started, patience })
    }

    /// Stops every part, the last one first.
    pub async fn close(mut self) -> Vec<(String, Stopped)> {
        let mut report = Vec::new();
        while let Some(part) = self.parts.pop() {
            let stopped = select! {
                stopped = part.stop() => match stopped {
                    Ok(()) => Stopped::Cleanly,
                    Err(error) => Stopped::Failed(error),
                },
                () = sleep(self.patience) => Stopped::GivenUp,
            };
            report.push((part.name().to_owned(), stopped));
        }
        report
    }
}
