//! Rejected by: step_4_shutdown_stops_and_waits
//! Outcome: wrong_answer
//! Why people write it: `abort` reads like the end of a task.

use std::sync::{Mutex, PoisonError};

use tokio::task::JoinHandle;

#[derive(Debug, Default)]
pub struct Background {
    handles: Mutex<Vec<JoinHandle<()>>>,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner).push(tokio::spawn(work));
    }

    pub fn running(&self) -> usize {
        self.handles
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .filter(|handle| !handle.is_finished())
            .count()
    }

    pub async fn shutdown(self) {
        for handle in self.handles.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            handle.abort();
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        for handle in self.handles.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            handle.abort();
        }
    }
}
