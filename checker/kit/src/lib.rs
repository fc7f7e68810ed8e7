//! Tests that tell *how* asynchronous code behaved: what ran at the same time, what was canceled,
//! what was left behind, and when, in exact virtual time.
//!
//! A [`#[kit::test]`](test) runs its body on one thread with tokio's clock paused. Nobody waits for
//! a timer: when nothing else can run, the clock jumps to the next one, so a test that "takes" an
//! hour ends in a millisecond and takes the same hour on every machine.
//!
//! ```
//! use std::time::Duration;
//!
//! async fn both() {
//!     let nap = || tokio::time::sleep(Duration::from_millis(100));
//!     tokio::join!(nap(), nap());
//! }
//!
//! # kit::run(kit::Test { name: "docs", file: file!() }, || async {
//! let ((), took) = kit::timed(both()).await;
//! assert_eq!(took, kit::ms(100), "the second nap waited for the first");
//! # });
//! ```
//!
//! # What every run checks
//!
//! | ending | how it is told |
//! |---|---|
//! | deadlock | nothing can run and no timer is set: the canary, a timer one day ahead, fires at once |
//! | endless | the clock reached the canary, or 50,000 timers fired |
//! | blocked thread | a call that blocks was made in a poll: a sleep, a file, a socket that blocks, a host's name, a process, another thread, a lock or channel of `std` that has to be waited for (Linux); or the thread has slept outside the runtime for a second, and nobody runs who could wake it (elsewhere three seconds without progress) |
//! | busy thread | the thread has computed for a second of its own time without yielding (Linux) |
//! | leaked tasks | tasks are alive after the body and a settling pause; so for threads, if the process runs one test alone (`--exact`, Linux) |
//! | detached panic | a task panicked and the body did not; so for a thread, if the process runs one test alone |
//!
//! A deadlock and a blocked thread are told with the line on which they wait (the latter on Unix), a
//! busy thread with the line at which it is seen most often (Linux), if the code was compiled with
//! line tables, as it is by default.
//!
//! A call that blocks fails the run whatever it comes to afterwards, and a sleep is not slept: the
//! verdict is there in milliseconds. [`allow_blocking`] is for tests that block on purpose, and
//! [`blocking_call`] for fixtures that shall count as blocking, on every system.
//!
//! Each of them fails the test with a sentence, and with the timeline of what the code under test
//! called, if it called a [`Service`] or noted something in a [`Journal`].
//!
//! A test of the tests themselves asks [`try_run`] and gets the failure as a value, [`Found`].
//!
//! What the code under test calls is scripted: a [`Service`] answers, fails or hangs as a closure says,
//! a [`Network`] in memory carries bytes as slowly as it is told to, and `awaitlings-kit-http` is an
//! HTTP server on loopback. All of them are exact in virtual time and keep their books.
//!
//! A [`Program`] is a whole program under test, in a process of its own: a test writes lines to it,
//! reads lines, sends a [`Signal`] and sees the exit code.
//!
//! # What it does not check
//!
//! Threads that the code under test starts itself run outside virtual time. Blocking of less than
//! a second is seen on Linux with glibc, on x86-64 and AArch64, and there not on pipes, not in calls
//! that the system's library makes itself, and not where a lock is free again before anybody could
//! tell that its holder sleeps; elsewhere it is not seen. One run is one interleaving, the runtime's
//! own; [`explore`](fn@explore) tries the others.

mod alive;
mod blocked;
mod cancel;
mod clock;
mod context;
mod ending;
mod explore;
pub mod facade;
mod found;
mod gauge;
mod journal;
mod judge;
mod lanes;
mod leavings;
mod lots;
pub mod network;
mod order;
mod panics;
mod place;
mod predict;
mod program;
mod receipt;
mod repeat;
mod run;
mod service;
mod signal;
mod sleeper;
mod stack;
mod stage;
mod thread_state;
mod watchdog;

pub use blocked::{AllowBlocking, allow_blocking, blocking_call};
pub use cancel::at_every_poll;
pub use clock::{ms, timed};
pub use context::{settle, so_far};
pub use explore::{Budget, explore, try_explore};
pub use found::Found;
pub use gauge::{Gauge, Visit};
pub use journal::{Journal, OpenCall};
/// Runs an `async fn` as a test in one schedule after another; [`explore`](fn@explore) says how.
///
/// `#[kit::explore(schedules = 1000, seeds = 200)]` are the numbers if none are given: up to a
/// thousand schedules in order, and, if more are left, two hundred drawn by lot. With `by = "…"`, the
/// test is an ignored one with that reason wherever it is not compiled with `KIT_EXPLORED` set, as
/// the tool does that explores it.
pub use kit_macros::explore;
/// Runs an `async fn` as a test in virtual time.
///
/// The body runs on a current-thread runtime whose clock is paused; the crate's documentation
/// lists what is checked besides the assertions. The function takes no arguments and returns
/// nothing.
pub use kit_macros::test;
pub use lots::Lots;
pub use network::Network;
pub use panics::planned_panic;
pub use predict::assert_predicted;
pub use program::{End, Program, Seen};
pub use repeat::repeat;
pub use run::{Test, run, try_run};
pub use service::{Incoming, Play, Service};
pub use signal::Signal;
pub use sleeper::Sleeper;
/// What a [`Found`] and a passed exploration are told in, and the books of a [`Service`].
pub use trace::{Call, Event, Explored, Fate, Outcome, Trace};

/// Compiles the code of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
