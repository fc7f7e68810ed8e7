//! tokio's interface in front of tokio: its tasks take their turns as the kit's explorer says.
//!
//! A crate is explored by compiling it a second time with `tokio` meaning this crate: its source
//! stays what it is. The README of `awaitlings-kit` shows how.
//!
//! | what | what is explored |
//! |---|---|
//! | `spawn`, `JoinSet` | whose turn it is whenever more than one task could go on |
//! | every operation of tokio's that can wait | others may have their turn before it goes on: `Mutex`, `RwLock`, `Semaphore`, `mpsc`, `oneshot`, `broadcast`, `watch`, `Barrier`, `JoinHandle`, timers |
//! | `select!` | which branch is looked at first, unless it is `biased` |
//! | `yield_now` | all others have their turn first, or one of them is left out |
//! | `spawn_blocking` | the closure runs to its end in one turn |
//! | `sleep`, `timeout`, `interval` … | tasks that wake at one moment, in each order |
//!
//! All but the tasks, `select!`, `yield_now`, `spawn_blocking`, `Semaphore` and the ends of a bounded
//! `mpsc` queue are tokio's own types and functions: the explorer interrupts them by tokio's
//! cooperative budget, which is spent but for one unit whenever a task gets its turn. So a task is
//! interrupted where tokio itself would do it after some more work: before it receives, and when it
//! has got a lock or a permit and has not gone on with it.
//!
//! # What it tells besides
//!
//! In every run of the kit, explored or not, the tasks that are spawned here have a lane each in the
//! timeline, semaphores and bounded queues a row with their free permits and taken places, a
//! deadlock names the line at which each task waits, and a task that is left behind the line that
//! spawned it. `select!` without `biased` draws the same lots in each repetition of a run.
//!
//! # What is not explored
//!
//! A task is never interrupted between two of its awaits, where threads could be: an atomic load and
//! the `Notify::notified` after it happen in one turn. Tasks that a library spawns (`tokio_util`'s
//! `TaskTracker::spawn`, a `LocalSet`, `Handle::spawn`) run as soon as they can. The branches of
//! `join!` are polled in tokio's order. Sockets, files, processes and signals are not there.
//!
//! An operation that is interrupted is pending at its first poll: `now_or_never` does not find what
//! is there already. Under tokio alone the same happens to a task that has used up its budget.

// What stands here comes before what is re-exported.
pub mod sync;
pub mod task;

pub use real::*;
pub use task::spawn;

/// tokio's own `select!`, whose first branch is a choice of the explorer.
///
/// The arm that it calls is internal to tokio, whose version is exact for that reason.
#[macro_export]
macro_rules! select {
    (biased; $($branches:tt)*) => { $crate::__real::select!(biased; $($branches)*) };
    ($pattern:pat = $($branches:tt)*) => {
        $crate::__real::select!(@{
            start={ $crate::__first_branch(BRANCHES) }; ()
        } $pattern = $($branches)*)
    };
    ($($branches:tt)*) => { $crate::__real::select!($($branches)*) };
}

#[doc(hidden)]
pub use real as __real;

#[doc(hidden)]
pub fn __first_branch(branches: u32) -> u32 {
    kit::facade::choose(branches)
        .or_else(|| kit::facade::draw(branches))
        .unwrap_or_else(|| real::macros::support::thread_rng_n(branches))
}
