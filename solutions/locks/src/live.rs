//! `live`, solved: one lock that is never held over an await, and one that is.

use std::sync::{Arc, RwLock};

use tokio::sync::Mutex;

/// A value that can be replaced while others read it.
#[derive(Debug)]
pub struct Live<T> {
    // Held only to clone or to replace the pointer, never over an `.await`: readers cannot be kept
    // waiting, and `snapshot` need not be `async`. The whole value changes with one pointer.
    current: RwLock<Arc<T>>,
    // Held while a value is loaded, so it is tokio's: who waits for it lets others run. It guards
    // no data, it gives out turns, in the order in which they were asked for.
    turn: Mutex<()>,
}

impl<T> Live<T> {
    /// Begins with `first`.
    pub fn new(first: T) -> Live<T> {
        Live { current: RwLock::new(Arc::new(first)), turn: Mutex::new(()) }
    }

    /// The value of now.
    pub fn snapshot(&self) -> Arc<T> {
        Arc::clone(&self.current.read().expect("nobody panics while the pointer is locked"))
    }

    /// Loads a new value, puts it in place, and gives what it put there.
    ///
    /// # Errors
    ///
    /// The error of `load`; then the value stays as it was.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, the call leaves the value as it was. Its guard is dropped with it,
    /// and the next reload has its turn; a flag would have to be set back by hand.
    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _turn = self.turn.lock().await;
        let next = Arc::new(load().await?);
        *self.current.write().expect("nobody panics while the pointer is locked") =
            Arc::clone(&next);
        Ok(next)
    }
}
