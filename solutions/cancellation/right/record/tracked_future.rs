//! Differs by: a task of the runtime that holds a place in the tracker.

use tokio_util::task::TaskTracker;
use worlds::{Register, Row, RowError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    Refused(RowError),
    Crashed,
}

#[derive(Debug)]
pub struct Office {
    register: Register,
    writes: TaskTracker,
}

impl Office {
    pub fn new(register: Register) -> Office {
        Office { register, writes: TaskTracker::new() }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let register = self.register.clone();
        let write = async move { register.write(&row).await };
        match tokio::spawn(self.writes.track_future(write)).await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        self.writes.close();
        self.writes.wait().await;
    }
}
