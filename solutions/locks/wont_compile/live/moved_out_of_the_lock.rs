//! Error: E0507

use std::sync::{Arc, RwLock};

use tokio::sync::Mutex;

#[derive(Debug)]
pub struct Live<T> {
    current: RwLock<Arc<T>>,
    turn: Mutex<()>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: RwLock::new(Arc::new(first)), turn: Mutex::new(()) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        *self.current.read().expect("nobody panics while it is locked")
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _turn = self.turn.lock().await;
        let next = Arc::new(load().await?);
        *self.current.write().expect("nobody panics while it is locked") = Arc::clone(&next);
        Ok(next)
    }
}
