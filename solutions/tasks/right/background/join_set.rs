//! Differs by: a `JoinSet` behind a lock owns the tasks, is emptied when it is asked, and aborts when dropped.

use std::sync::{Mutex, PoisonError};

use tokio::task::JoinSet;

#[derive(Debug, Default)]
pub struct Background {
    tasks: Mutex<JoinSet<()>>,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).spawn(work);
    }

    pub fn running(&self) -> usize {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.len()
    }

    pub async fn shutdown(self) {
        let tasks = self.tasks.into_inner();
        tasks.unwrap_or_else(PoisonError::into_inner).shutdown().await;
    }
}
