//! The stack of another thread, told by the thread itself: a signal interrupts it, and the handler
//! writes down the addresses on the stack it stands on.
//!
//! Whatever the thread was at, be it within the allocator: the handler asks nobody for memory and
//! takes no lock.

#![expect(unsafe_code, reason = "only the system interrupts a thread")]

use std::{
    cell::UnsafeCell,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU8, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::stack::Stack;

/// By default it is ignored: nothing happens if it comes late.
const SIGNAL: libc::c_int = libc::SIGURG;
/// A thread answers when it gets a processor; one that does not answer is in the system's own hands.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often it is looked whether the answer is there.
const LOOK: Duration = Duration::from_micros(200);

/// Nobody is asked, somebody is asked, somebody answers, the answer is there.
const IDLE: u8 = 0;
const ASKED: u8 = 1;
const ANSWERING: u8 = 2;
const ANSWERED: u8 = 3;

/// What a thread is asked and answers. One is asked at a time.
struct Letter {
    state: AtomicU8,
    /// The thread that is asked.
    asked: AtomicU64,
    stack: UnsafeCell<Stack>,
}

// SAFETY: the stack is touched by the asked thread between `ASKED` and `ANSWERED`, and by whoever
// asks, of whom there is one at a time, in the other states; `state` hands it over.
unsafe impl Sync for Letter {}

static LETTER: Letter = Letter {
    state: AtomicU8::new(IDLE),
    asked: AtomicU64::new(0),
    stack: UnsafeCell::new(Stack::EMPTY),
};

/// The stack of another thread, or nothing if it does not answer.
///
/// The thread must neither have been joined nor detached.
pub fn stack_of(thread: libc::pthread_t) -> Option<Stack> {
    static TURN: Mutex<()> = Mutex::new(());
    static IS_READY: OnceLock<bool> = OnceLock::new();

    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let is_ready = *IS_READY.get_or_init(|| {
        // The first stack finds the unwinder's functions; the handler then knows them.
        Stack::here();
        // SAFETY: the handler only touches atomics and, handed over by them, memory of fixed size.
        unsafe { signal_hook_registry::register(SIGNAL, answer) }.is_ok()
    });
    // A thread that was asked before and never answered has the letter for good.
    if !is_ready || LETTER.state.load(Ordering::Acquire) != IDLE {
        return None;
    }
    LETTER.asked.store(thread, Ordering::Relaxed);
    LETTER.state.store(ASKED, Ordering::Release);
    // SAFETY: the caller holds the handle of the thread.
    unsafe { libc::pthread_kill(thread, SIGNAL) };

    let begin = Instant::now();
    while LETTER.state.load(Ordering::Acquire) != ANSWERED {
        if begin.elapsed() > PATIENCE {
            // Whoever has not begun may not begin any more.
            let taken_back =
                LETTER.state.compare_exchange(ASKED, IDLE, Ordering::AcqRel, Ordering::Acquire);
            if taken_back.is_ok() {
                return None;
            }
        }
        thread::sleep(LOOK);
    }
    // SAFETY: the answer is there, so the thread that gave it touches it no more.
    let stack = unsafe { (*LETTER.stack.get()).clone() };
    LETTER.state.store(IDLE, Ordering::Release);
    Some(stack)
}

/// The handler.
fn answer() {
    // SAFETY: it takes nothing and cannot fail.
    let this = unsafe { libc::pthread_self() };
    if LETTER.asked.load(Ordering::Relaxed) != this {
        return;
    }
    let taken =
        LETTER.state.compare_exchange(ASKED, ANSWERING, Ordering::AcqRel, Ordering::Acquire);
    if taken.is_err() {
        return;
    }
    // SAFETY: from `ANSWERING` on, the stack is this thread's.
    unsafe { &mut *LETTER.stack.get() }.take();
    LETTER.state.store(ANSWERED, Ordering::Release);
}
