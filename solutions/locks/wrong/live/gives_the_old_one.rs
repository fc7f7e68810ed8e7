//! Rejected by: step_1_a_reload_replaces_the_value
//! Outcome: wrong_answer
//! Why people write it: `replace` puts the new value in place, and what it returns looks like the result.

use std::{
    mem,
    sync::{Arc, RwLock},
};

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
        let next = Arc::new(load().await?);
        Ok(mem::replace(
            &mut *self.current.write().expect("nobody panics while it is locked"),
            next,
        ))
    }
}
