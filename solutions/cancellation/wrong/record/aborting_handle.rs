//! Rejected by: step_2_a_row_survives_its_caller
//! Outcome: wrong_answer
//! Why people write it: a handle that aborts when dropped is the right habit elsewhere, and here
//! the opposite of the task.

use tokio_util::task::{AbortOnDropHandle, TaskTracker};
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
        let writes = TaskTracker::new();
        writes.close();
        Office { register, writes }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let register = self.register.clone();
        let write = self.writes.spawn(async move { register.write(&row).await });
        match AbortOnDropHandle::new(write).await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        self.writes.wait().await;
    }
}
