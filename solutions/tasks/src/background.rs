//! `background`, solved: a tracker counts the tasks, a token stops them.

use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Owns work that nobody waits for. Many tasks may share it in an `Arc`.
#[derive(Debug, Default)]
pub struct Background {
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Background {
    /// An owner without work.
    pub fn new() -> Background {
        Background::default()
    }

    /// Begins `work` in a task of its own, and returns at once.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        // The tracker counts from here, and lets go of a task when its future is dropped: at its
        // end, by a panic or by a stop. A list of handles would grow until somebody looks at it.
        // The handle is not kept: nobody asks for the result.
        self.tasks.spawn(self.stop.clone().run_until_cancelled_owned(work));
    }

    /// How much work is under way.
    pub fn running(&self) -> usize {
        self.tasks.len()
    }

    /// Stops all work, and returns when nothing of it is left.
    ///
    /// # Cancel safety
    ///
    /// When the call is dropped, all work has been told to stop.
    pub async fn shutdown(self) {
        self.stop.cancel();
        // `wait` ends when the tracker is empty *and* closed: empty may only mean not yet begun.
        self.tasks.close();
        self.tasks.wait().await;
    }
}

/// The drop of a tracker or a token stops nobody.
impl Drop for Background {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
