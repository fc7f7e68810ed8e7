//! Rejected by: step_3_canceled_anywhere_it_is_written_once
//! Outcome: wrong_answer
//! Why people write it: the shield is followed by a handler that does the work once more, as if the
//! first run had ended with its caller.

use tokio::task::JoinHandle;
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
        let mut shield = Shield { again: Some((self.writes.clone(), self.register.clone(), row)) };
        let write = shield.write();
        let written = write.await;
        shield.again = None;
        match written {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        self.writes.wait().await;
    }
}

/// Writes a row, and writes it when it is dropped.
struct Shield {
    again: Option<(TaskTracker, Register, Row)>,
}

impl Shield {
    fn write(&self) -> JoinHandle<Result<usize, RowError>> {
        let (writes, register, row) = self.again.clone().expect("it is taken at the end");
        writes.spawn(async move { register.write(&row).await })
    }
}

impl Drop for Shield {
    fn drop(&mut self) {
        if self.again.is_some() {
            drop(self.write());
        }
    }
}
