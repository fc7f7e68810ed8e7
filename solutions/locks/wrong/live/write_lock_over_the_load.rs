//! Rejected by: step_2_readers_never_wait_for_a_reload
//! Outcome: blocked
//! Why people write it: one write lock from the load to the change keeps everything together.

use std::sync::{Arc, RwLock};

#[derive(Debug)]
pub struct Live<T> {
    current: RwLock<Arc<T>>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: RwLock::new(Arc::new(first)) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.read().expect("nobody panics while it is locked"))
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let mut current = self.current.write().expect("nobody panics while it is locked");
        *current = Arc::new(load().await?);
        Ok(Arc::clone(&current))
    }
}
