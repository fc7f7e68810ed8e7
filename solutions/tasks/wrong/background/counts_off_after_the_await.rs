//! Rejected by: step_3_a_crash_is_taken_off_the_count
//! Outcome: wrong_answer
//! Why people write it: the line after `work.await` looks like the end of the work.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use tokio::task::JoinHandle;

#[derive(Debug, Default)]
pub struct Background {
    handles: Mutex<Vec<JoinHandle<()>>>,
    running: Arc<AtomicUsize>,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.running.fetch_add(1, Ordering::SeqCst);
        let running = Arc::clone(&self.running);
        let task = tokio::spawn(async move {
            work.await;
            running.fetch_sub(1, Ordering::SeqCst);
        });
        self.handles.lock().unwrap_or_else(PoisonError::into_inner).push(task);
    }

    pub fn running(&self) -> usize {
        self.running.load(Ordering::SeqCst)
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
