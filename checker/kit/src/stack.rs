//! The stack of another thread that waits, told by the thread itself: a signal interrupts its wait,
//! and the handler looks at the stack it stands on.
//!
//! Only a thread that sleeps in the system may be asked. One that computes could be interrupted
//! within the allocator, and then the handler would wait for what its own thread holds.

#[cfg(unix)]
pub(crate) use platform::of_waiting;

/// Where threads have no signals nothing is told.
#[cfg(not(unix))]
pub(crate) fn of_waiting<T>(_thread: &std::thread::JoinHandle<T>) -> Option<String> {
    None
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

    /// By default it is ignored: nothing happens if it comes late.
    const SIGNAL: libc::c_int = libc::SIGURG;
    /// A thread that sleeps answers at once; one that does not answer is in the system's own hands.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// Who is asked, and where the answer goes.
    type Request = (libc::pthread_t, mpsc::SyncSender<Backtrace>);
    static REQUEST: Mutex<Option<Request>> = Mutex::new(None);

    /// The stack of a thread that sleeps in the system, printed, or nothing if it does not answer.
    pub(crate) fn of_waiting<T>(thread: &JoinHandle<T>) -> Option<String> {
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
        stack.map(|stack| stack.to_string())
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
