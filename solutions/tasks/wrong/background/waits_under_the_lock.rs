//! Rejected by: step_4_shutdown_stops_and_waits
//! Outcome: blocked
//! Why people write it: the list of handles stands behind a lock, and is awaited where it stands.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::task::JoinHandle;

type Handles = Arc<Mutex<HashMap<u64, JoinHandle<()>>>>;

#[derive(Debug, Default)]
pub struct Background {
    handles: Handles,
    next: AtomicU64,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let id = self.next.fetch_add(1, Ordering::SeqCst);
        let listed = Listed { id, handles: Arc::clone(&self.handles) };
        let task = tokio::spawn(async move {
            let _listed = listed;
            work.await;
        });
        self.handles.lock().unwrap_or_else(PoisonError::into_inner).insert(id, task);
    }

    pub fn running(&self) -> usize {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub async fn shutdown(self) {
        let mut handles = self.handles.lock().unwrap_or_else(PoisonError::into_inner);
        for handle in handles.values_mut() {
            handle.abort();
            let _ = handle.await;
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        for handle in self.handles.lock().unwrap_or_else(PoisonError::into_inner).values() {
            handle.abort();
        }
    }
}

struct Listed {
    id: u64,
    handles: Handles,
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}
