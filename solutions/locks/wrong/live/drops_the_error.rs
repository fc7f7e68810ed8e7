//! Rejected by: step_3_a_failure_keeps_the_old_value
//! Outcome: wrong_answer
//! Why people write it: the old value is still good, so the caller is given that.

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
        Arc::clone(&self.current.read().expect("nobody panics while it is locked"))
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _turn = self.turn.lock().await;
        if let Ok(next) = load().await {
            *self.current.write().expect("nobody panics while it is locked") = Arc::new(next);
        }
        Ok(self.snapshot())
    }
}
