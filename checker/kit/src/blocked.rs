//! A run whose thread was held by a call: which call, and from where.

use std::thread::JoinHandle;

use kit_probe::{Call, Seen};
use trace::{Outcome, Trace};

use crate::{
    Test,
    ending::Ending,
    place,
    run::test_name,
    stack,
    watchdog::{Pulse, Stuck},
};

/// Nothing of the calling thread counts as blocking as long as this is there.
///
/// [`allow_blocking`] gives it.
#[derive(Debug)]
#[must_use = "blocking counts again when this is dropped"]
pub struct AllowBlocking {
    _allowed: kit_probe::Allowed,
}

/// Lets a test block its thread on purpose, until the value is dropped.
///
/// Calls that block are not told meanwhile, also those of other tasks. A thread that sleeps for a
/// second outside the runtime is stuck all the same.
///
/// ```
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// let _allowed = kit::allow_blocking();
/// let other = std::thread::spawn(|| 6 * 7);
/// assert_eq!(other.join().expect("it does not panic"), 42);
/// # });
/// ```
pub fn allow_blocking() -> AllowBlocking {
    AllowBlocking { _allowed: kit_probe::allow() }
}

/// Says that the calling function blocks its thread, as its counterpart in the world would: for
/// the fixtures of a test.
///
/// Called from a task of a [`#[kit::test]`](crate::test) it ends the run as a blocked thread, with
/// `name` and the line that called the function, on every system. On a thread that may block, as
/// those of [`spawn_blocking`](tokio::task::spawn_blocking) may, it does nothing. It takes no time.
///
/// A function that shall be named where it is called, and not here, is `#[track_caller]` itself.
///
/// ```
/// struct Archive;
///
/// impl Archive {
///     #[track_caller]
///     fn checksum(&self, page: &str) -> u32 {
///         kit::blocking_call("Archive::checksum");
///         page.bytes().map(u32::from).sum()
///     }
/// }
///
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// let sum = tokio::task::spawn_blocking(|| Archive.checksum("a page"));
/// assert_eq!(sum.await.expect("it does not panic"), 542);
/// # });
/// ```
#[track_caller]
pub fn blocking_call(name: &str) {
    // On a thread of the blocking pool, and in `block_in_place`, there is none.
    if tokio::runtime::worker_index().is_some() {
        kit_probe::note(name);
    }
}

/// The ending of a run in which a call has blocked, instead of the one that it came to: whatever
/// that was, it was seen by a thread that had been held.
///
/// A body that is not written yet stays so.
pub(crate) fn instead_of(ending: &Ending, pulse: &Pulse) -> Option<Ending> {
    if ending.outcome == Outcome::Unfinished {
        return None;
    }
    pulse.watch().first().map(|seen| by(&seen))
}

/// The ending of a run whose thread does not come back.
pub(crate) fn given_up<T>(
    test: Test,
    stuck: Stuck,
    pulse: &Pulse,
    thread: &JoinHandle<T>,
) -> Ending {
    let seen = pulse.watch().first();
    match (stuck, seen) {
        (Stuck::Blocked | Stuck::Busy, Some(seen)) => return by(&seen),
        (Stuck::Blocked, None) if pulse.watch().is_waiting() => {
            if let Some(stack) = stack::of_waiting(thread) {
                return held(&stack.call(Call::Lock), place::of_user(&stack.text));
            }
        }
        _ => {}
    }
    let place = match stuck {
        Stuck::Blocked => stack::of_waiting(thread).and_then(|stack| place::of_user(&stack.text)),
        Stuck::Busy => where_busy(pulse, thread),
        Stuck::Overtime => None,
    };
    let outcome = match stuck {
        Stuck::Busy => Outcome::Busy,
        Stuck::Blocked | Stuck::Overtime => Outcome::Blocked,
    };
    let how = if stuck == Stuck::Busy { "; it computes at " } else { WAITS_AT };
    let at = place.as_ref().map(|place| format!("{how}{place}")).unwrap_or_default();
    let message = format!("`{}` is stuck: {stuck}{at}", test_name(test.name));
    Ending::new(outcome, message, Trace::empty()).seen_at(place)
}

/// The place of the user's code at which a thread computes without rest.
fn where_busy<T>(pulse: &Pulse, thread: &JoinHandle<T>) -> Option<String> {
    // A loop of short polls is mostly in the runtime: where it waits says more than where it is.
    let returns = pulse.where_tasks_return().into_iter().next();
    returns.or_else(|| stack::of_busy(thread))
}

/// What stands before the line at which a run waits.
const WAITS_AT: &str = "; it waits at ";

fn by(seen: &Seen) -> Ending {
    let place = match seen.at() {
        Some(at) => Some(format!("{}:{}", at.file(), at.line())),
        None => place::of_user(&seen.stack().text()),
    };
    held(seen.call(), place)
}

fn held(call: &Call, place: Option<String>) -> Ending {
    let at = place.as_ref().map(|place| format!("{WAITS_AT}{place}")).unwrap_or_default();
    let message = format!(
        "blocked: {call} holds the only thread of the runtime; while it does, no other task runs \
         and no timer fires{at}"
    );
    Ending::new(Outcome::Blocked, message, Trace::empty()).seen_at(place)
}
