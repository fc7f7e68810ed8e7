//! `tokio_util::task`, whose tracker tells of its tasks.

pub use real::task::*;

use std::{future::Future, ops::Deref};

use kit::facade;
use tokio::task::JoinHandle;

/// tokio-util's `TaskTracker`. What is not here is tokio-util's, by [`Deref`].
#[derive(Debug, Clone, Default)]
pub struct TaskTracker(real::task::TaskTracker);

impl TaskTracker {
    /// A tracker of no task, open.
    pub fn new() -> TaskTracker {
        TaskTracker::default()
    }

    /// Spawns a task and counts it until it is gone.
    ///
    /// # Panics
    ///
    /// If it is called outside a runtime.
    #[track_caller]
    pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.0.spawn(facade::task(task))
    }

    /// The same for a task that stays on this thread.
    ///
    /// # Panics
    ///
    /// If it is called outside a `LocalSet`.
    #[track_caller]
    pub fn spawn_local<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        self.0.spawn_local(facade::task(task))
    }

    /// Whether two are one tracker.
    pub fn ptr_eq(left: &TaskTracker, right: &TaskTracker) -> bool {
        real::task::TaskTracker::ptr_eq(&left.0, &right.0)
    }
}

impl Deref for TaskTracker {
    type Target = real::task::TaskTracker;

    fn deref(&self) -> &real::task::TaskTracker {
        &self.0
    }
}
