//! Rejected by: step_2_a_row_survives_its_caller
//! Outcome: wrong_answer
//! Why people write it: an awaited call looks as if it ran to its end; dropping its caller drops it
//! too.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;
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
        let writes = TaskTracker::new();
        writes.close();
        Office { register, writes }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let write = AssertUnwindSafe(self.writes.track_future(self.register.write(&row)));
        match write.catch_unwind().await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        self.writes.wait().await;
    }
}
