//! Differs by: a plain mutex holds the pointer: a reader holds it no longer than a writer.

use std::sync::{Arc, Mutex};

#[derive(Debug)]
pub struct Live<T> {
    current: Mutex<Arc<T>>,
    turn: tokio::sync::Mutex<()>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: Mutex::new(Arc::new(first)), turn: tokio::sync::Mutex::new(()) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.lock().expect("nobody panics while it is locked"))
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _turn = self.turn.lock().await;
        let next = Arc::new(load().await?);
        *self.current.lock().expect("nobody panics while it is locked") = Arc::clone(&next);
        Ok(next)
    }
}
