//! Rejected by: step_2_readers_never_wait_for_a_reload
//! Outcome: panicked
//! Why people write it: an async mutex may be held over the load, and a reader that is not async can only try.

use std::sync::Arc;

use tokio::sync::Mutex;

#[derive(Debug)]
pub struct Live<T> {
    current: Mutex<Arc<T>>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: Mutex::new(Arc::new(first)) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.try_lock().expect("nobody holds it for long"))
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let mut current = self.current.lock().await;
        *current = Arc::new(load().await?);
        Ok(Arc::clone(&current))
    }
}
