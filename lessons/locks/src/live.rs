//! # Shortest lock: a live configuration
//!
//! A server reads its configuration at every request, and loads a new one while it runs. Loading
//! takes a while and may fail; no request may wait for it, and none may see anything but a whole
//! configuration. If two reloads overlap, the older one must not win.
//!
//! - Read: `lessons/locks/README.md`
//! - Check: `cargo test -p locks live` or `cargo checker run locks/live`
//! - Hint: `cargo checker hint locks/live`
//! - Toolbox: `std::sync::RwLock`, `tokio::sync::Mutex`, `std::sync::Arc`,
//!   `std::sync::atomic::AtomicBool`; one of them is a trap here
//! - Needs: `Arc`, generics, closures

use std::sync::Arc;

/// A value that can be replaced while others read it. Its private fields may change.
#[derive(Debug)]
pub struct Live<T> {
    current: Arc<T>,
}

impl<T> Live<T> {
    /// Begins with `first`.
    pub fn new(first: T) -> Live<T> {
        Live { current: Arc::new(first) }
    }

    /// The value of now. It copies nothing and never waits for a reload; whoever holds it keeps
    /// it, also when it has been replaced.
    pub fn snapshot(&self) -> Arc<T> {
        let _ = &self.current;
        todo!("give the value of now, also while a reload is under way")
    }

    /// Loads a new value, puts it in place, and gives what it put there.
    ///
    /// Reloads take turns in the order in which they were called: `load` is called when all before
    /// it have ended.
    ///
    /// # Errors
    ///
    /// The error of `load`; then the value stays as it was.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, the call leaves the value as it was, and the next reload has its
    /// turn.
    pub async fn reload<E>(&self, load: impl AsyncFnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let _ = load;
        todo!("load a new value when it is this call's turn, and put it in place")
    }
}
