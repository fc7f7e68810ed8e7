//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: deadlock
//! Why people write it: a tracker that was never closed waits for tasks to come, also when it is
//! empty.

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
        let write = self.writes.spawn(async move { register.write(&row).await });
        match write.await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        self.writes.wait().await;
    }
}
