//! Rejected by: step_4_reloads_take_turns
//! Outcome: wrong_answer
//! Why people write it: the readers are served and nothing is torn, so one lock seems enough.

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
        let next = Arc::new(load().await?);
        *self.current.write().expect("nobody panics while it is locked") = Arc::clone(&next);
        Ok(next)
    }
}
