//! Rejected by: step_2_readers_never_wait_for_a_reload
//! Outcome: panicked
//! Why people write it: the old value is taken out first, so that nobody reads it any more.

use std::sync::{Arc, RwLock};

use tokio::sync::Mutex;

#[derive(Debug)]
pub struct Live<T> {
    current: RwLock<Option<Arc<T>>>,
    turn: Mutex<()>,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: RwLock::new(Some(Arc::new(first))), turn: Mutex::new(()) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        self.current
            .read()
            .expect("nobody panics while it is locked")
            .clone()
            .expect("there is a value")
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _turn = self.turn.lock().await;
        let old = self.current.write().expect("nobody panics while it is locked").take();
        match load().await {
            Ok(next) => {
                let next = Arc::new(next);
                *self.current.write().expect("nobody panics while it is locked") =
                    Some(Arc::clone(&next));
                Ok(next)
            }
            Err(error) => {
                *self.current.write().expect("nobody panics while it is locked") = old;
                Err(error)
            }
        }
    }
}
