//! Rejected by: step_1_work_runs_without_being_awaited
//! Outcome: wrong_answer
//! Why people write it: a set of work that is awaited in the end is how one keeps futures in a list.

use std::sync::{Mutex, PoisonError};

use futures::{
    FutureExt,
    future::{BoxFuture, join_all},
};

#[derive(Default)]
pub struct Background {
    works: Mutex<Vec<BoxFuture<'static, ()>>>,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.works.lock().unwrap_or_else(PoisonError::into_inner).push(work.boxed());
    }

    pub fn running(&self) -> usize {
        self.works.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub async fn shutdown(self) {
        join_all(self.works.into_inner().unwrap_or_else(PoisonError::into_inner)).await;
    }
}
