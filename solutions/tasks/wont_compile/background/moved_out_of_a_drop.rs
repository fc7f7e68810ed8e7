//! Error: E0509

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
        let Background { tasks, stop } = self;
        stop.cancel();
        tasks.close();
        tasks.wait().await;
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
