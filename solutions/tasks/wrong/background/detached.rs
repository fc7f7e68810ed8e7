//! Rejected by: step_4_shutdown_stops_and_waits
//! Outcome: wrong_answer
//! Why people write it: the work is counted and runs, and a program that ends takes its tasks along.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

#[derive(Debug, Default)]
pub struct Background {
    running: Arc<AtomicUsize>,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.running.fetch_add(1, Ordering::SeqCst);
        let counted = Counted(Arc::clone(&self.running));
        tokio::spawn(async move {
            let _counted = counted;
            work.await;
        });
    }

    pub fn running(&self) -> usize {
        self.running.load(Ordering::SeqCst)
    }

    pub async fn shutdown(self) {}
}

struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
