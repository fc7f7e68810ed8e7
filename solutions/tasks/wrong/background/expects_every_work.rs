//! Rejected by: step_5_shutdown_does_not_mind_a_crash
//! Outcome: wrong_answer
//! Why people write it: the `Result` of a handle has to go somewhere, and no mail panics in the trial.

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
        let handles =
            std::mem::take(&mut *self.handles.lock().unwrap_or_else(PoisonError::into_inner));
        for handle in &handles {
            handle.abort();
        }
        for handle in handles {
            match handle.await {
                Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
                _ => {}
            }
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
