//! Differs by: a watch channel holds the value, a semaphore with one permit gives out the turns.

use std::sync::Arc;

use tokio::sync::{Semaphore, watch};

#[derive(Debug)]
pub struct Live<T> {
    current: watch::Sender<Arc<T>>,
    turns: Semaphore,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: watch::Sender::new(Arc::new(first)), turns: Semaphore::new(1) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.borrow())
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _turn = self.turns.acquire().await.expect("nobody closes the semaphore");
        let next = Arc::new(load().await?);
        self.current.send_replace(Arc::clone(&next));
        Ok(next)
    }
}
