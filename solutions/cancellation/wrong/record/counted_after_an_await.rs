//! Rejected by: step_6_no_row_is_forgotten_in_any_order
//! Outcome: wrong_answer
//! Why people write it: first the task, then its handle into the list; the list is behind a lock that is nearly always free, and so its `.await` looks like none.

use tokio::{
    sync::{Mutex, oneshot},
    task::JoinHandle,
};
use worlds::{Register, Row, RowError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    Refused(RowError),
    Crashed,
}

#[derive(Debug)]
pub struct Office {
    register: Register,
    writes: Mutex<Vec<JoinHandle<()>>>,
}

impl Office {
    pub fn new(register: Register) -> Office {
        Office { register, writes: Mutex::default() }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let (register, (answer, written)) = (self.register.clone(), oneshot::channel());
        let write = tokio::spawn(async move {
            // Nobody waits for the answer any more if the call was dropped.
            let _ = answer.send(register.write(&row).await);
        });
        self.writes.lock().await.push(write);
        match written.await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        let mut writes = self.writes.lock().await;
        while let Some(write) = writes.last_mut() {
            // A write that panicked is over, too.
            let _ = write.await;
            writes.pop();
        }
    }
}
