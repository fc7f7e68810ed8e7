//! # Background work: welcome mails
//!
//! Whoever signs up gets a mail, and the answer does not wait for it. The mails run as tasks that
//! nobody joins, so somebody has to own them: to say how many are under way, and to stop them
//! before the program ends. Two types of `tokio-util` are made for that. A `TaskTracker` counts the
//! tasks that its `spawn` begins, `len` tells how many, and `wait` ends when `close` was called and no
//! task is left. A `CancellationToken` has clones: `cancel` on one, and all of them hear of it.
//!
//! - Read: `lessons/tasks/README.md`
//! - Check: `cargo test -p tasks background` or `cargo checker run tasks/background`
//! - Hint: `cargo checker hint tasks/background`
//! - Toolbox: `tokio_util::task::TaskTracker`, `tokio_util::sync::CancellationToken`,
//!   `CancellationToken::run_until_cancelled_owned`, `Vec<JoinHandle<()>>`; one of them is a trap
//!   here
//! - Needs: `Drop`, `'static`

/// Owns work that nobody waits for. Many tasks may share it in an `Arc`.
///
/// Dropped without a `shutdown`, or with one that is given up, it stops all work as `shutdown` does,
/// and does not wait. What has ended takes no memory.
#[derive(Debug, Default)]
pub struct Background {
    // Your fields; `Default` makes them.
}

impl Background {
    /// An owner without work.
    pub fn new() -> Background {
        Background::default()
    }

    /// Begins `work` in a task of its own, and returns at once.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        drop(work);
        todo!("begin the work in a task that {self:?} counts and can stop")
    }

    /// How much work is under way: each one counts from its `spawn` to its end, and it may end
    /// by itself, by a panic or by a stop.
    pub fn running(&self) -> usize {
        todo!("count the work that {self:?} has under way")
    }

    /// Stops all work where it waits, without waiting for its end, and returns when nothing of it
    /// is left. Work that panicked earlier does not matter.
    pub async fn shutdown(self) {
        todo!("stop the work that {self:?} has under way, and wait until it is gone")
    }
}
