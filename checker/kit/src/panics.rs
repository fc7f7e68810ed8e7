//! Notes every panic of a run, also those that no one looks at.

use std::{
    any::Any,
    cell::Cell,
    panic::{self, PanicHookInfo},
    sync::{
        Once,
        atomic::{AtomicUsize, Ordering},
    },
};

use crate::{context, watchdog};

/// One panic: where, what, and what it ended.
#[derive(Debug, Clone)]
pub(crate) struct PanicRecord {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) message: String,
    pub(crate) whose: Whose,
}

/// What a panic ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The test's own body.
    Body,
    /// A spawned task.
    Task,
    /// A thread that the code under test has started itself.
    Thread,
}

/// A panic that asks whether our hook is still called.
struct RollCall;

/// Where our hook is kept.
static ADDRESS: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static IS_SILENT: Cell<bool> = const { Cell::new(false) };
    static HAS_ANSWERED: Cell<bool> = const { Cell::new(false) };
}

/// Panics of this thread are noted and not printed, until this is dropped.
#[derive(Debug)]
pub(crate) struct Silence {
    was_silent: bool,
}

/// Begins a [`Silence`].
pub(crate) fn silence() -> Silence {
    Silence { was_silent: IS_SILENT.replace(true) }
}

/// Whether panics of this thread are not printed.
pub(crate) fn is_silent() -> bool {
    IS_SILENT.try_with(Cell::get).unwrap_or(false)
}

impl Drop for Silence {
    fn drop(&mut self) {
        IS_SILENT.set(self.was_silent);
    }
}

/// Adds the note-taking to the process's panic hook, once; the hook that was there still runs.
pub(crate) fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = panic::take_hook();
        let hook = Box::new(move |info: &PanicHookInfo<'_>| {
            if info.payload().is::<RollCall>() {
                HAS_ANSWERED.set(true);
                return;
            }
            // To print where it panicked may need the lines of the whole stack.
            let _allowed = kit_probe::allow();
            if let Some(context) = context::current() {
                let is_in_task = tokio::task::try_id().is_some();
                let whose = if is_in_task { Whose::Task } else { Whose::Body };
                context.record_panic(PanicRecord::from_hook(info, whose));
            } else if let Some(context) = context::only_run() {
                context.record_panic(PanicRecord::from_hook(info, Whose::Thread));
            }
            if !is_silent() {
                // It may print the stack.
                watchdog::excused(|| previous(info));
            }
        });
        ADDRESS.store((&raw const *hook).addr(), Ordering::Relaxed);
        panic::set_hook(hook);
    });
}

/// Whether a panic still comes to our hook: it is the process's own, or whoever replaced it calls it.
///
/// For a moment, no hook is there that others could look for.
pub(crate) fn is_hook_called() -> bool {
    let hook = panic::take_hook();
    let address = (&raw const *hook).cast::<()>().addr();
    panic::set_hook(hook);
    if address == ADDRESS.load(Ordering::Relaxed) {
        return true;
    }
    HAS_ANSWERED.set(false);
    // It unwinds to here.
    let _ = panic::catch_unwind(|| panic::panic_any(RollCall));
    HAS_ANSWERED.get()
}

/// Panics with `message` as part of the script of a test: the code under test sees a panic like
/// any other, the kit does not count it as a failure and prints nothing.
///
/// ```
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// let job = tokio::spawn(async { kit::planned_panic("the disk is full") });
/// assert!(job.await.unwrap_err().is_panic());
/// # });
/// ```
///
/// # Panics
///
/// Always; that is its purpose.
pub fn planned_panic(message: &str) -> ! {
    // Resuming skips the hook.
    panic::resume_unwind(Box::new(message.to_owned()))
}

impl PanicRecord {
    fn from_hook(info: &PanicHookInfo<'_>, whose: Whose) -> PanicRecord {
        let (file, line) = info
            .location()
            .map(|location| (location.file().to_owned(), location.line()))
            .unwrap_or_default();
        PanicRecord { file, line, message: message_of(info.payload()).to_owned(), whose }
    }

    /// The place as `file:line`; a file of a dependency begins with the dependency's name, wherever
    /// it lies on this machine.
    pub(crate) fn place(&self) -> String {
        let parts: Vec<&str> = self.file.split(['/', '\\']).collect();
        let registry = parts.windows(2).position(|pair| pair == ["registry", "src"]);
        // Behind `registry/src` comes the registry's own folder.
        let file = registry.and_then(|index| parts.get(index + 3..)).map(|parts| parts.join("/"));
        format!("{}:{}", file.as_ref().unwrap_or(&self.file), self.line)
    }
}

/// The text of a panic.
pub(crate) fn message_of(payload: &(dyn Any + Send)) -> &str {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "a panic without a text"
    }
}
