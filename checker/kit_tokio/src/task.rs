//! `tokio::task`, whose tasks are explored.

mod join_set;

pub use real::task::*;

pub use self::join_set::JoinSet;

use std::{future::Future, panic::resume_unwind, sync::mpsc};

use kit::facade;

/// tokio's `spawn`.
///
/// # Panics
///
/// If it is called outside a runtime.
#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    real::spawn(facade::task(future))
}

/// tokio's `yield_now`: in an explored run, all others have a turn first.
///
/// # Cancel safety
///
/// It keeps nothing.
pub async fn yield_now() {
    if facade::is_explored() {
        facade::let_others_go().await;
    } else {
        real::task::yield_now().await;
    }
}

/// tokio's `spawn_blocking`: in an explored run, the closure runs to its end in one turn.
///
/// It runs on another thread all the same, so that it may block; but one that waits for a task of
/// the runtime waits for ever.
///
/// # Panics
///
/// If it is called outside a runtime.
#[track_caller]
pub fn spawn_blocking<F, R>(function: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    if !facade::is_explored() {
        return real::task::spawn_blocking(function);
    }
    spawn(in_one_turn(function))
}

/// Runs a closure on a thread for blocking calls and holds this thread meanwhile.
pub(crate) async fn in_one_turn<F, R>(function: F) -> R
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    let (ended, end) = mpsc::channel::<()>();
    let handle = real::task::spawn_blocking(move || {
        // Dropped at the end of the closure, also by a panic.
        let _ended = ended;
        function()
    });
    // There is never a message: it ends when the sender is gone.
    let _ = end.recv();
    match handle.await {
        Ok(output) => output,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(error) => unreachable!("nobody has the handle that could abort it: {error}"),
        },
    }
}
