//! Rejected by: step_2_running_is_what_is_under_way
//! Outcome: wrong_answer
//! Why people write it: what a task adds and takes off stands together, at the begin and the end of its block.

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
        let running = Arc::clone(&self.running);
        let task = tokio::spawn(async move {
            let _counted = Counted::new(running);
            work.await;
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

struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(running: Arc<AtomicUsize>) -> Counted {
        running.fetch_add(1, Ordering::SeqCst);
        Counted(running)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
