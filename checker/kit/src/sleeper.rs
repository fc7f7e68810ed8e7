//! Whether another thread sleeps: for code that promises to wait without computing.

use std::fmt;

use crate::thread_state::Thread;

/// A thread, for others to see whether it sleeps.
///
/// A thread that spins gives the same answers as one that sleeps, and takes a processor for it.
///
/// ```
/// use std::{sync::mpsc, thread};
///
/// let (sender, receiver) = mpsc::channel();
/// let other = thread::spawn(move || {
///     sender.send(kit::Sleeper::here()).expect("somebody listens");
///     thread::park();
/// });
/// let sleeper = receiver.recv().expect("it was sent");
/// while sleeper.is_asleep() == Some(false) {
///     thread::yield_now();
/// }
/// other.thread().unpark();
/// other.join().expect("it does not panic");
/// ```
pub struct Sleeper {
    thread: Option<Thread>,
}

impl Sleeper {
    /// The calling thread.
    pub fn here() -> Sleeper {
        let _allowed = kit_probe::allow();
        Sleeper { thread: Thread::current() }
    }

    /// Whether it waits in the system at this moment, for whatever it may be; nothing if the system
    /// does not tell: after the thread has ended, and elsewhere than on Linux.
    pub fn is_asleep(&self) -> Option<bool> {
        let _allowed = kit_probe::allow();
        let sight = self.thread.as_ref()?.look();
        sight.is_known.then_some(sight.is_asleep)
    }
}

impl fmt::Debug for Sleeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sleeper").field("is_asleep", &self.is_asleep()).finish()
    }
}
