//! Rejected by: step_1_work_runs_without_being_awaited
//! Outcome: wrong_answer
//! Why people write it: background work seems to be a queue and somebody who takes from it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use futures::{FutureExt, future::BoxFuture};
use tokio::sync::mpsc;
use tokio_util::task::AbortOnDropHandle;

pub struct Background {
    works: mpsc::UnboundedSender<BoxFuture<'static, ()>>,
    worker: AbortOnDropHandle<()>,
    running: Arc<AtomicUsize>,
}

impl Background {
    pub fn new() -> Background {
        let (works, mut queue) = mpsc::unbounded_channel::<BoxFuture<'static, ()>>();
        let running = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&running);
        let worker = AbortOnDropHandle::new(tokio::spawn(async move {
            while let Some(work) = queue.recv().await {
                // The panic of one work is not the end of the worker.
                let _ = std::panic::AssertUnwindSafe(work).catch_unwind().await;
                count.fetch_sub(1, Ordering::SeqCst);
            }
        }));
        Background { works, worker, running }
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.running.fetch_add(1, Ordering::SeqCst);
        // Nobody takes it any more if the worker panicked.
        let _ = self.works.send(work.boxed());
    }

    pub fn running(&self) -> usize {
        self.running.load(Ordering::SeqCst)
    }

    pub async fn shutdown(self) {
        self.worker.abort();
        let _ = self.worker.await;
    }
}
