//! Error: E0594

use std::sync::Arc;

#[derive(Debug)]
pub struct Live<T> {
    current: Arc<T>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: Arc::new(first) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current)
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let next = Arc::new(load().await?);
        self.current = Arc::clone(&next);
        Ok(next)
    }
}
