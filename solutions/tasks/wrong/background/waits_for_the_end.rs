//! Rejected by: step_4_shutdown_stops_and_waits
//! Outcome: wrong_answer
//! Why people write it: `close` and `wait` are the end of every example with a `TaskTracker`.

use tokio_util::{sync::CancellationToken, task::TaskTracker};

#[derive(Debug, Default)]
pub struct Background {
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Background {
    pub fn new() -> Background {
        Background::default()
    }

    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(self.stop.clone().run_until_cancelled_owned(work));
    }

    pub fn running(&self) -> usize {
        self.tasks.len()
    }

    pub async fn shutdown(self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
