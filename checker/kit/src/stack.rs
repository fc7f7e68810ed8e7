//! The stack of another thread, told by the thread itself: a signal interrupts it, and the handler
//! looks at the stack it stands on.
//!
//! Where the probe works, its handler does that, which may interrupt a thread anywhere. Elsewhere on
//! Unix, only a thread that sleeps in the system is asked: one that computes could be interrupted
//! within the allocator, and then the handler would wait for what its own thread holds.

use std::{
    backtrace::Backtrace,
    collections::BTreeMap,
    thread::{self, JoinHandle},
    time::Duration,
};

use kit_probe::{Call, Stack};

use crate::place;

/// How many places of a busy thread are compared: asked once, it may be somewhere else than where it
/// spends its time.
const SAMPLES: usize = 9;
/// How often it is asked for them: one that always lets others go first is mostly in the runtime.
const MOST_TRIES: usize = 1_000;
/// How long it goes on in between.
const PAUSE: Duration = Duration::from_millis(1);

/// The stack of the calling thread, as it was.
#[derive(Debug)]
pub(crate) enum Captured {
    Addresses(Box<Stack>),
    Backtrace(Backtrace),
}

impl Captured {
    /// Looks at the calling thread's stack: for long, where the probe does not work.
    pub(crate) fn here() -> Captured {
        match kit_probe::is_supported() {
            true => Captured::Addresses(Box::new(Stack::here())),
            false => Captured::Backtrace(Backtrace::force_capture()),
        }
    }

    /// The stack as the standard library prints it, as far as it is not the standard library's own.
    pub(crate) fn text(&self) -> String {
        match self {
            Captured::Addresses(stack) => stack.text(),
            Captured::Backtrace(backtrace) => backtrace.to_string(),
        }
    }
}

/// The stack of another thread as text.
#[derive(Debug)]
pub(crate) struct Printed {
    pub(crate) text: String,
    /// The mangled names of its functions, if they are known.
    functions: Vec<String>,
}

impl Printed {
    /// The call named as exactly as this stack of its thread allows.
    pub(crate) fn call(&self, call: Call) -> Call {
        call.refined(&self.functions)
    }
}

/// The stack of a thread that sleeps in the system, or nothing if it does not answer.
pub(crate) fn of_waiting<T>(thread: &JoinHandle<T>) -> Option<Printed> {
    match kit_probe::is_supported() {
        true => of_any(thread),
        false => platform::of_waiting(thread),
    }
}

/// The place of the user's code at which a thread computes: the one that is seen most often.
pub(crate) fn of_busy<T>(thread: &JoinHandle<T>) -> Option<String> {
    let mut places = BTreeMap::<String, usize>::new();
    for _ in 0..MOST_TRIES {
        let place = of_any(thread).and_then(|stack| place::of_user(&stack.text));
        if let Some(place) = place {
            *places.entry(place).or_default() += 1;
        }
        if places.values().sum::<usize>() == SAMPLES {
            break;
        }
        thread::sleep(PAUSE);
    }
    places.into_iter().max_by_key(|(_, times)| *times).map(|(place, _)| place)
}

/// The stack of a thread, whatever it does.
#[cfg(unix)]
fn of_any<T>(thread: &JoinHandle<T>) -> Option<Printed> {
    use std::os::unix::thread::JoinHandleExt;

    let stack = kit_probe::stack_of(thread.as_pthread_t())?;
    Some(Printed { text: stack.text(), functions: stack.functions() })
}

#[cfg(not(unix))]
fn of_any<T>(_thread: &JoinHandle<T>) -> Option<Printed> {
    None
}

/// Where threads have no signals nothing is told.
#[cfg(not(unix))]
mod platform {
    use super::{JoinHandle, Printed};

    pub(super) fn of_waiting<T>(_thread: &JoinHandle<T>) -> Option<Printed> {
        None
    }
}

#[cfg(unix)]
mod platform {
    #![expect(unsafe_code, reason = "only the system interrupts a thread that waits")]

    use std::{
        backtrace::Backtrace,
        os::unix::thread::JoinHandleExt,
        sync::{Mutex, OnceLock, PoisonError, mpsc},
        thread::JoinHandle,
        time::Duration,
    };

    use super::Printed;

    /// By default it is ignored: nothing happens if it comes late.
    const SIGNAL: libc::c_int = libc::SIGURG;
    /// A thread that sleeps answers at once; one that does not answer is in the system's own hands.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// Who is asked, and where the answer goes.
    type Request = (libc::pthread_t, mpsc::SyncSender<Backtrace>);
    static REQUEST: Mutex<Option<Request>> = Mutex::new(None);

    /// The stack of a thread that sleeps in the system, printed, or nothing if it does not answer.
    pub(super) fn of_waiting<T>(thread: &JoinHandle<T>) -> Option<Printed> {
        /// One thread is asked at a time.
        static TURN: Mutex<()> = Mutex::new(());
        static IS_READY: OnceLock<bool> = OnceLock::new();

        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        // SAFETY: the handler runs on a thread that sleeps in a call of the system, so neither the
        // allocator nor the lock of `REQUEST` is held by the code it interrupts, and it does not
        // panic; on any other thread it returns before it allocates.
        let is_ready = *IS_READY
            .get_or_init(|| unsafe { signal_hook_registry::register(SIGNAL, answer) }.is_ok());
        if !is_ready {
            return None;
        }
        let (sender, stack) = mpsc::sync_channel(1);
        let asked = thread.as_pthread_t();
        *REQUEST.lock().unwrap_or_else(PoisonError::into_inner) = Some((asked, sender));
        // SAFETY: the thread is neither joined nor detached as long as its handle is there.
        unsafe { libc::pthread_kill(asked, SIGNAL) };
        let stack = stack.recv_timeout(PATIENCE).ok();
        *REQUEST.lock().unwrap_or_else(PoisonError::into_inner) = None;
        stack.map(|stack| Printed { text: stack.to_string(), functions: Vec::new() })
    }

    /// The handler.
    fn answer() {
        let Ok(request) = REQUEST.try_lock() else { return };
        // SAFETY: it takes nothing and cannot fail.
        let this = unsafe { libc::pthread_self() };
        if let Some((_, sender)) = request.as_ref().filter(|(asked, _)| *asked == this) {
            let _ = sender.try_send(Backtrace::force_capture());
        }
    }
}
