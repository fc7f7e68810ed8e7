//! The runtime that a run runs on, and whether the next run may have it too.
//!
//! To build one and to take it down is a sixth of a short run, and the explorer makes thousands.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::{
    runtime::{Builder, Runtime},
    time::Instant,
};

use crate::{context::Context, explore, watchdog::Pulse};

/// A current-thread runtime whose clock is paused.
pub(crate) struct Stage {
    runtime: Runtime,
    /// When the first run on it began.
    opened: Instant,
    /// The run at hand: the threads of `spawn_blocking` belong to it too.
    context: Arc<Mutex<Option<Arc<Context>>>>,
    has_threads: Arc<AtomicBool>,
}

impl Stage {
    /// A new one, which tells `pulse` when it has nothing to run.
    pub(crate) fn new(pulse: &Arc<Pulse>) -> Stage {
        let context = Arc::new(Mutex::new(None::<Arc<Context>>));
        let has_threads = Arc::new(AtomicBool::new(false));
        let (parking, unparking) = (Arc::clone(pulse), Arc::clone(pulse));
        let (run, will_have_threads) = (Arc::clone(&context), Arc::clone(&has_threads));
        let runtime = Builder::new_current_thread()
            .enable_all()
            .start_paused(true)
            .on_thread_park(move || {
                parking.park();
                explore::on_quiet();
            })
            .on_thread_unpark(move || unparking.unpark())
            // Asked by whoever starts a thread, before there is one.
            .thread_name_fn(move || {
                will_have_threads.store(true, Ordering::Relaxed);
                "tokio-rt-worker".to_owned()
            })
            .on_thread_start(move || {
                let run = run.lock().unwrap_or_else(PoisonError::into_inner).clone();
                if let Some(run) = run {
                    run.enter();
                }
            })
            .build()
            .expect("a current-thread runtime needs nothing that could be missing");
        let opened = {
            let _inside = runtime.enter();
            Instant::now()
        };
        Stage { runtime, opened, context, has_threads }
    }

    pub(crate) fn runtime(&self) -> &Runtime {
        &self.runtime
    }

    /// Begins a run, inside the runtime.
    pub(crate) fn begin(&self) -> Arc<Context> {
        let context = Context::starting(Instant::now());
        *self.context() = Some(Arc::clone(&context));
        context
    }

    /// Ends the run, inside the runtime, and gives whether it left no trace in it: no task, no thread,
    /// and not a moment of virtual time that has passed.
    pub(crate) fn end(&self) -> bool {
        let is_as_new = self.runtime.metrics().num_alive_tasks() == 0
            && !self.has_threads.load(Ordering::Relaxed)
            && Instant::now() == self.opened;
        if is_as_new {
            *self.context() = None;
        }
        is_as_new
    }

    /// Drops what is left, which may panic on its way out; threads that block are not waited for.
    pub(crate) fn close(self) {
        let _ = panic::catch_unwind(AssertUnwindSafe(|| self.runtime.shutdown_background()));
    }

    fn context(&self) -> MutexGuard<'_, Option<Arc<Context>>> {
        self.context.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::{future, pin::Pin};

    use super::*;
    use crate::clock::ms;

    /// Whether a stage is as new after this was done on it.
    fn is_as_new_after(work: Pin<Box<dyn Future<Output = ()>>>) -> bool {
        let pulse = Arc::new(Pulse::default());
        pulse.begin_on_this_thread();
        let stage = Stage::new(&pulse);
        let inside = stage.runtime().enter();
        stage.begin();
        stage.runtime().block_on(work);
        let is_as_new = stage.end();
        drop(inside);
        stage.close();
        is_as_new
    }

    #[test]
    fn a_run_that_leaves_nothing_leaves_the_stage_as_new() {
        assert!(is_as_new_after(Box::pin(async {
            tokio::spawn(tokio::task::yield_now()).await.expect("no panic");
        })));
    }

    #[test]
    fn time_a_task_and_a_thread_are_traces() {
        assert!(!is_as_new_after(Box::pin(async { tokio::time::sleep(ms(1)).await })), "time");
        let leaves_a_task = async {
            tokio::spawn(future::pending::<()>());
        };
        assert!(!is_as_new_after(Box::pin(leaves_a_task)), "a task");
        let asks_for_a_thread = async {
            // Nobody waits for it: it may not have begun when the run is over.
            tokio::task::spawn_blocking(|| ());
        };
        assert!(!is_as_new_after(Box::pin(asks_for_a_thread)), "a thread");
    }
}
