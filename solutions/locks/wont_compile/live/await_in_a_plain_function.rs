//! Error: E0728

use std::sync::Arc;

use tokio::sync::RwLock;

#[derive(Debug)]
pub struct Live<T> {
    current: RwLock<Arc<T>>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: RwLock::new(Arc::new(first)) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&*self.current.read().await)
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let next = Arc::new(load().await?);
        *self.current.write().await = Arc::clone(&next);
        Ok(next)
    }
}
