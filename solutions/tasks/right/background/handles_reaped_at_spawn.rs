//! Differs by: a list of handles from which each `spawn` removes the ended ones; aborts instead of a token.

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
        let mut handles = self.handles.lock().unwrap_or_else(PoisonError::into_inner);
        handles.retain(|handle| !handle.is_finished());
        handles.push(tokio::spawn(work));
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
        let handles =
            std::mem::take(&mut *self.handles.lock().unwrap_or_else(PoisonError::into_inner));
        for handle in &handles {
            handle.abort();
        }
        for handle in handles {
            // The end is what counts, however it came.
            let _ = handle.await;
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
