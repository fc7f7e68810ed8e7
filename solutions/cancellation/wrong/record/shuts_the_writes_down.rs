//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: `JoinSet::shutdown` ends with no task of the set alive, and that is what
//! `idle` seems to ask for.

use std::{
    mem,
    sync::{Mutex, PoisonError},
};

use tokio::{sync::oneshot, task::JoinSet};
use worlds::{Register, Row, RowError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    Refused(RowError),
    Crashed,
}

#[derive(Debug)]
pub struct Office {
    register: Register,
    writes: Mutex<JoinSet<()>>,
}

impl Office {
    pub fn new(register: Register) -> Office {
        Office { register, writes: Mutex::default() }
    }

    pub async fn record(&self, row: Row) -> Result<usize, RecordError> {
        let (register, (answer, written)) = (self.register.clone(), oneshot::channel());
        self.writes.lock().unwrap_or_else(PoisonError::into_inner).spawn(async move {
            // Nobody waits for the answer any more if the call was dropped.
            let _ = answer.send(register.write(&row).await);
        });
        match written.await {
            Ok(written) => written.map_err(RecordError::Refused),
            Err(_) => Err(RecordError::Crashed),
        }
    }

    pub async fn idle(&self) {
        let mut writes =
            mem::take(&mut *self.writes.lock().unwrap_or_else(PoisonError::into_inner));
        writes.shutdown().await;
    }
}
