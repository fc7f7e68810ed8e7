//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: deadlock
//! Why people write it: a flag is set back at the end of the call, which a dropped call never reaches.

use std::sync::{
    Arc, RwLock,
    atomic::{AtomicBool, Ordering},
};

use tokio::sync::Notify;

#[derive(Debug)]
pub struct Live<T> {
    current: RwLock<Arc<T>>,
    is_loading: AtomicBool,
    is_idle: Notify,
}

impl<T> Live<T> {
    pub fn new(first: T) -> Live<T> {
        Live {
            current: RwLock::new(Arc::new(first)),
            is_loading: AtomicBool::new(false),
            is_idle: Notify::new(),
        }
    }

    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.read().expect("nobody panics while it is locked"))
    }

    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        while self.is_loading.swap(true, Ordering::SeqCst) {
            self.is_idle.notified().await;
        }
        let loaded = load().await.map(Arc::new);
        if let Ok(next) = &loaded {
            *self.current.write().expect("nobody panics while it is locked") = Arc::clone(next);
        }
        self.is_loading.store(false, Ordering::SeqCst);
        self.is_idle.notify_one();
        loaded
    }
}
