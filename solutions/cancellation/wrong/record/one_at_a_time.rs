//! Rejected by: step_1_each_call_gets_its_answer
//! Outcome: wrong_answer
//! Why people write it: a set behind a lock owns all writes, and the lock is held until the set
//! gives an answer.

use tokio::{sync::Mutex, task::JoinSet};
use worlds::{Register, Row, RowError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    Refused(RowError),
    Crashed,
}

#[derive(Debug)]
pub struct Office {
    register: Register,
    writes: Mutex<JoinSet<Result<usize, RowError>>>,
}

impl Office {
    pub fn new(register: Register) -> Office {
        Office { register, writes: Mutex::default() }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let register = self.register.clone();
        let mut writes = self.writes.lock().await;
        writes.spawn(async move { register.write(&row).await });
        match writes.join_next().await.expect("one was spawned") {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        let mut writes = self.writes.lock().await;
        while writes.join_next().await.is_some() {}
    }
}
