//! Which thread is watched, when, and what was seen.

use std::{
    cell::{Cell, RefCell},
    marker::PhantomData,
    panic::Location,
    process,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
};

use crate::{Call, Stack};

/// More calls than this tell nothing new.
const MOST: usize = 64;

thread_local! {
    // Without a destructor: they can be looked at as long as the thread lives.
    static IS_POLLING: Cell<bool> = const { Cell::new(false) };
    static ALLOWANCES: Cell<u32> = const { Cell::new(0) };
    static WATCH: RefCell<Option<Arc<Watch>>> = const { RefCell::new(None) };
}

/// What is seen of one thread. The thread writes it, others may read it.
#[derive(Debug)]
pub struct Watch {
    process: u32,
    seen: Mutex<Vec<Seen>>,
    has_seen: AtomicBool,
    /// Whether it waits for a lock.
    pub(crate) is_waiting: AtomicBool,
    /// How many times it was about to sleep.
    pub(crate) slept: AtomicU32,
}

/// A call that was seen, and where it came from.
#[derive(Debug, Clone)]
pub struct Seen {
    pub(crate) call: Call,
    pub(crate) stack: Stack,
    pub(crate) at: Option<&'static Location<'static>>,
}

impl Default for Watch {
    fn default() -> Watch {
        Watch {
            process: process::id(),
            seen: Mutex::default(),
            has_seen: AtomicBool::new(false),
            is_waiting: AtomicBool::new(false),
            slept: AtomicU32::new(0),
        }
    }
}

impl Watch {
    /// From here on, and until it ends, the calling thread is the one that is watched.
    pub fn begin_here(self: &Arc<Watch>) {
        WATCH.set(Some(Arc::clone(self)));
    }

    /// Forgets what was seen: another run begins on the same thread.
    pub fn forget(&self) {
        self.seen().clear();
        self.has_seen.store(false, Ordering::Release);
        self.slept.store(0, Ordering::Relaxed);
    }

    /// Whether any call was seen, be it one that does not count.
    pub fn has_seen(&self) -> bool {
        self.has_seen.load(Ordering::Acquire)
    }

    /// Whether the thread waits for a lock, which may be free again in no time.
    pub fn is_waiting(&self) -> bool {
        self.is_waiting.load(Ordering::Acquire)
    }

    /// The first call that counts.
    pub fn first(&self) -> Option<Seen> {
        if !self.has_seen() {
            return None;
        }
        let seen = self.seen().clone();
        seen.into_iter().find_map(Seen::judged)
    }

    /// Adds a call to those that were seen.
    pub(crate) fn write_down(&self, seen: Seen) {
        // After a fork, another process has this thread's memory, until it becomes another program.
        if self.process != process::id() {
            return;
        }
        let mut all = self.seen();
        let is_new = !all.iter().any(|old| old.call == seen.call && old.stack == seen.stack);
        if is_new && all.len() < MOST {
            all.push(seen);
            self.has_seen.store(true, Ordering::Release);
        }
    }

    fn seen(&self) -> MutexGuard<'_, Vec<Seen>> {
        // A push or nothing: a panic leaves it whole.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seen {
    /// Which call it was.
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// From where it came; of a fixture, [`at`](Seen::at) is better.
    pub fn stack(&self) -> &Stack {
        &self.stack
    }

    /// The line that called a fixture.
    pub fn at(&self) -> Option<&'static Location<'static>> {
        self.at
    }

    /// The same with the call named as exactly as its stack allows, or nothing if it does not count.
    fn judged(self) -> Option<Seen> {
        if self.at.is_some() {
            return Some(self);
        }
        let functions = self.stack.functions();
        let is_lock = self.call == Call::Park && is_rwlock(&functions);
        (!is_lock && !is_excused(&functions))
            .then(|| Seen { call: self.call.refined(&functions), ..self })
    }
}

/// Whether the standard library waits for a lock for reading and writing. `functions` are mangled, and
/// begin with the innermost.
fn is_rwlock(functions: &[String]) -> bool {
    let mut inner = functions.iter().take_while(|function| {
        matches!(krate(function), None | Some("kit_probe" | "std" | "core" | "alloc"))
    });
    inner.any(|function| function.contains("6rwlock"))
}

/// Whether a call is over in no time, or is made by those that test and tell, not by those that are
/// tested. `functions` are mangled, and begin with the innermost.
fn is_excused(functions: &[String]) -> bool {
    for function in functions {
        match krate(function) {
            Some("kit_probe") => {}
            Some("std") if function.contains("9backtrace") => return true,
            Some("std" | "core" | "alloc") => {}
            Some("insta" | "kit" | "kit_http" | "kit_tracing") => return true,
            Some("kit_tokio" | "kit_tokio_util") => return true,
            // Somebody else makes a value that is made once. It is there in no time, as a lock is.
            Some("once_cell") => return true,
            Some(_) => return false,
            // A function of C.
            None => {}
        }
    }
    false
}

/// The crate in which a function was written, by its mangled name.
pub(crate) fn krate(function: &str) -> Option<&str> {
    if let Some(rest) = function.strip_prefix("_ZN") {
        let name = behind_length(rest)?;
        // `<a::B as c::D>::e` is mangled as `_$LT$a..B$u20$as$u20$c..D$GT$` and `e`.
        let name = name.strip_prefix('_').filter(|rest| rest.starts_with('$')).unwrap_or(name);
        let name = name.trim_start_matches("$LT$").trim_start_matches("$RF$");
        return name.split(['.', '$']).next().filter(|name| !name.is_empty());
    }
    let mut rest = function.strip_prefix("_R")?;
    // The first root of a path is that of the crate: `C`, what tells it from its namesakes, its name.
    loop {
        rest = &rest[rest.find('C')? + 1..];
        let name = match rest.strip_prefix('s').and_then(|rest| rest.split_once('_')) {
            Some((digits, name)) if digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) => name,
            _ => rest,
        };
        if let Some(name) = behind_length(name) {
            return Some(name);
        }
    }
}

/// The name at the beginning of `text` that stands behind its length.
fn behind_length(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length: usize = text.get(..digits)?.parse().ok()?;
    let rest = &text[digits..];
    let rest = rest.strip_prefix('_').filter(|rest| !rest.starts_with('$')).unwrap_or(rest);
    rest.get(..length)
}

/// The calling thread polls as long as this is there.
#[derive(Debug)]
#[must_use = "the thread polls until this is dropped"]
pub struct Polling(PhantomData<*const ()>);

/// Begins the polls of a runtime on the calling thread.
pub fn polling() -> Polling {
    enter();
    Polling(PhantomData)
}

impl Drop for Polling {
    fn drop(&mut self) {
        leave();
    }
}

/// The runtime on the calling thread goes on after a pause.
pub fn enter() {
    IS_POLLING.set(true);
}

/// The runtime on the calling thread has nothing to poll.
pub fn leave() {
    IS_POLLING.set(false);
}

/// No call of the calling thread counts as long as this is there.
#[derive(Debug)]
#[must_use = "calls count again when this is dropped"]
pub struct Allowed(PhantomData<*const ()>);

/// Begins to overlook calls of the calling thread.
pub fn allow() -> Allowed {
    ALLOWANCES.set(ALLOWANCES.get() + 1);
    Allowed(PhantomData)
}

impl Drop for Allowed {
    fn drop(&mut self) {
        ALLOWANCES.set(ALLOWANCES.get() - 1);
    }
}

/// Writes down the call of a fixture, if the calling thread is within a poll of a watched runtime.
#[track_caller]
pub fn note(fixture: &str) {
    let at = Some(Location::caller());
    if let Some(watch) = current() {
        let _allowed = allow();
        let call = Call::Fixture(fixture.to_owned().into());
        watch.write_down(Seen { call, stack: Stack::default(), at });
    }
}

/// The watch on the calling thread, if calls count there and now.
pub(crate) fn current() -> Option<Arc<Watch>> {
    if !is_polling() || thread::panicking() {
        return None;
    }
    let _allowed = allow();
    WATCH.try_with(|watch| watch.try_borrow().ok()?.clone()).ok().flatten()
}

/// Whether calls of the calling thread may count.
pub(crate) fn is_polling() -> bool {
    IS_POLLING.get() && ALLOWANCES.get() == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_of_a_function_is_read_from_both_manglings() {
        let crates = [
            "_ZN3std6thread5sleep17h0123456789abcdefE",
            "_ZN66_$LT$insta..runtime..Foo$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
            "_RNvNtCsgEAeJnmLz1Q_3std6thread5sleep",
            "_RNCNvCs5d8XgUhWIbF_6harbor4load0B3_",
            "_RNvMs_NtNtCsgEAeJnmLz1Q_3std4sync4mpscINtB4_8ReceivermE4recvC4user",
            "main",
        ]
        .map(krate);

        let [sleep, fmt, new, closure, recv, main] = crates;
        assert_eq!([sleep, fmt, new], [Some("std"), Some("insta"), Some("std")]);
        assert_eq!([closure, recv, main], [Some("harbor"), Some("std"), None]);
    }

    #[test]
    fn a_lock_that_others_wait_for_as_well_is_not_a_parked_thread() {
        let is_lock = |functions: &[&str]| {
            is_rwlock(&functions.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        };
        let contended =
            "_RNvMNtNtNtNtCsjrHSEGnQ3l9_3std3sys4sync6rwlock5futexNtB2_6RwLock14read_contended";

        assert!(is_lock(&["_ZN9kit_probe5linux7noticed4seen17h0E", "syscall", contended]));
        assert!(!is_lock(&["syscall", "_ZN3std6thread4park17h0E", "_ZN4user6rwlock17h0E"]));
    }

    #[test]
    fn those_who_test_are_excused_and_libraries_are_not() {
        let excused = |functions: &[&str]| {
            is_excused(&functions.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        };

        assert!(excused(&["open64", "_ZN3std2fs4File4open17h0E", "_ZN5insta7runtime4read17h0E"]));
        assert!(excused(&["open64", "_ZN3std9backtrace_rs9symbolize5gimli17h0E"]));
        assert!(excused(&["syscall", "_ZN3std6thread4park17h0E", "_ZN9once_cell3imp4wait17h0E"]));
        assert!(!excused(&["open64", "_ZN3std2fs4read17h0E", "_ZN4user4load17h0E"]));
        assert!(!excused(&["open64", "_ZN8rusqlite4open17h0E", "_ZN3kit3run17h0E"]));
        assert!(!excused(&["open64", "_ZN3std2fs4read17h0E"]), "nobody else is known");
    }
}
