//! Rejected by: step_4_reloads_take_turns
//! Outcome: busy
//! Why people write it: `yield_now` in a loop looks like waiting, and no timer fires while it goes round.

use std::sync::{
    Arc, RwLock,
    atomic::{AtomicBool, Ordering},
};

#[derive(Debug)]
pub struct Live<T> {
    current: RwLock<Arc<T>>,
    is_loading: AtomicBool,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live { current: RwLock::new(Arc::new(first)), is_loading: AtomicBool::new(false) }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.read().expect("nobody panics while it is locked"))
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        while self.is_loading.swap(true, Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        let loaded = load().await.map(Arc::new);
        if let Ok(next) = &loaded {
            *self.current.write().expect("nobody panics while it is locked") = Arc::clone(next);
        }
        self.is_loading.store(false, Ordering::SeqCst);
        loaded
    }
}
