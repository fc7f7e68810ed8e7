//! What a function in front of the system's does with a call that counts.

use std::sync::{Arc, atomic::Ordering};

use super::Stack;
use crate::{
    Call, allow,
    watch::{Seen, Watch, current},
};

/// How many sleeps of a watched thread are not slept.
const SPARED: u32 = 1_000;

/// A call that blocks is about to be made.
pub(super) fn seen(call: Call) -> Option<Arc<Watch>> {
    let watch = current()?;
    let _allowed = allow();
    watch.write_down(Seen { call, stack: Stack::here(), at: None });
    Some(watch)
}

/// The thread is about to sleep. Whether it is spared that: its run has failed, and the sooner it
/// ends the better.
pub(super) fn is_spared_sleep() -> bool {
    seen(Call::Sleep).is_some_and(|watch| watch.slept.fetch_add(1, Ordering::Relaxed) < SPARED)
}

/// Makes a call that waits for a lock.
pub(super) fn waiting<T>(call: impl FnOnce() -> T) -> T {
    let Some(watch) = current() else { return call() };
    watch.is_waiting.store(true, Ordering::Release);
    let result = call();
    watch.is_waiting.store(false, Ordering::Release);
    result
}
