//! `tokio::task::JoinSet`, whose tasks are explored.

use std::{
    future::Future,
    ops::{Deref, DerefMut},
};

use kit::facade;
use real::{
    runtime::Handle,
    task::{AbortHandle, LocalSet},
};

/// tokio's `JoinSet`. What is not here is tokio's, by [`Deref`].
#[derive(Debug)]
pub struct JoinSet<T>(real::task::JoinSet<T>);

impl<T: 'static> JoinSet<T> {
    /// An empty set.
    pub fn new() -> JoinSet<T> {
        JoinSet(real::task::JoinSet::new())
    }

    /// Spawns a task.
    ///
    /// # Panics
    ///
    /// If it is called outside a runtime.
    #[track_caller]
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.0.spawn(facade::task(task))
    }

    /// Spawns a task on another runtime, where nothing is explored.
    #[track_caller]
    pub fn spawn_on<F>(&mut self, task: F, handle: &Handle) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.0.spawn_on(task, handle)
    }

    /// Spawns a task that stays on this thread.
    ///
    /// # Panics
    ///
    /// If it is called outside a [`LocalSet`].
    #[track_caller]
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.0.spawn_local(facade::task(task))
    }

    /// Spawns a task on a [`LocalSet`].
    #[track_caller]
    pub fn spawn_local_on<F>(&mut self, task: F, local_set: &LocalSet) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.0.spawn_local_on(facade::task(task), local_set)
    }

    /// Runs a closure on a thread for blocking calls: in an explored run in one turn.
    ///
    /// # Panics
    ///
    /// If it is called outside a runtime.
    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, function: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        if !facade::is_explored() {
            return self.0.spawn_blocking(function);
        }
        self.spawn(super::in_one_turn(function))
    }

    /// Waits for all tasks and gives what they gave, in the order in which they ended.
    ///
    /// # Panics
    ///
    /// If a task panicked or was aborted.
    ///
    /// # Cancel safety
    ///
    /// Dropped before all have ended, the rest is aborted and what was given is lost.
    pub async fn join_all(self) -> Vec<T> {
        self.0.join_all().await
    }
}

impl<T> Deref for JoinSet<T> {
    type Target = real::task::JoinSet<T>;

    fn deref(&self) -> &real::task::JoinSet<T> {
        &self.0
    }
}

impl<T> DerefMut for JoinSet<T> {
    fn deref_mut(&mut self) -> &mut real::task::JoinSet<T> {
        &mut self.0
    }
}

impl<T: 'static> Default for JoinSet<T> {
    fn default() -> JoinSet<T> {
        JoinSet::new()
    }
}

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(tasks: I) -> JoinSet<T> {
        let mut set = JoinSet::new();
        set.extend(tasks);
        set
    }
}

impl<T, F> Extend<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn extend<I: IntoIterator<Item = F>>(&mut self, tasks: I) {
        for task in tasks {
            self.spawn(task);
        }
    }
}
