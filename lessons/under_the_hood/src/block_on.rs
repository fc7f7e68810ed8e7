//! # An executor: the ground station
//!
//! A small ground station has no runtime, only threads. Its antennas are driven by futures all the
//! same, and somebody has to run them: a function that polls one future, sleeps until that is woken,
//! and polls again. Write it with the standard library alone.
//!
//! - Read: `lessons/under_the_hood/README.md`, and there "An executor"
//! - Check: `cargo test -p under_the_hood block_on` or
//!   `cargo checker run under_the_hood/block_on`
//! - Hint: `cargo checker hint under_the_hood/block_on`
//! - Toolbox: `std::task::Wake`, `std::thread::park`, `AtomicBool::swap`, `std::hint::spin_loop`; one
//!   of them is a trap here
//! - Needs: `Arc`, threads, implementing a trait, atomics or a lock

/// Runs `future` on this thread to its end, and gives its output. It needs no runtime.
///
/// It polls once to begin with, and then only what was woken: at most once for each wake. In between
/// the thread sleeps; it neither spins nor looks again from time to time.
///
/// No wake is lost, be it from this thread or another one, while it sleeps or in the middle of a
/// poll. The future may use the thread as it likes meanwhile: it may park it, or call `block_on`.
///
/// A waker may live on. To wake it after the end does nothing.
pub fn block_on<F: Future>(future: F) -> F::Output {
    drop(future);
    todo!("poll until it is ready, and sleep until it is woken after each poll that is pending")
}
