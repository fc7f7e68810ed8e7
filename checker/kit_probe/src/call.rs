//! The calls that block, in words people know.

use std::{borrow::Cow, fmt};

/// A call that blocks its thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// The thread sleeps for a time.
    Sleep,
    /// A file is opened.
    Open,
    /// A folder is listed.
    List,
    /// A file is read.
    Read,
    /// A file is written, or forced to the disk.
    Write,
    /// A file is locked.
    LockFile,
    /// A socket connects.
    Connect,
    /// A socket waits for a connection.
    Accept,
    /// A socket receives.
    Receive,
    /// A socket sends.
    Send,
    /// Some descriptors are waited for.
    Events,
    /// A host's name is looked up.
    LookUp,
    /// The end of a process is waited for.
    Child,
    /// The end of a thread is waited for.
    Join,
    /// The end of a scope's threads is waited for.
    Scope,
    /// The thread waits until another one unparks it.
    Park,
    /// A channel of the standard library is waited for.
    Channel,
    /// A lock, or another thing with a futex in it.
    Lock,
    /// A condition variable.
    Condvar,
    /// A barrier.
    Barrier,
    /// A fixture of a test, by its name.
    Fixture(Cow<'static, str>),
}

impl Call {
    /// What kind of wait it is, now that the names of the functions are known that led to it.
    ///
    /// `functions` are mangled, in either way: both write a name behind its length.
    #[must_use]
    pub fn refined(self, functions: &[String]) -> Call {
        let is_in = |part: &str| functions.iter().any(|function| function.contains(part));
        match self {
            Call::Park if is_in("4mpsc") || is_in("4mpmc") => Call::Channel,
            Call::Park if is_in("6thread6scoped") => Call::Scope,
            Call::Lock if is_in("7barrier") => Call::Barrier,
            Call::Lock if is_in("7condvar") || is_in("7Condvar") => Call::Condvar,
            call => call,
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Call::Sleep => "`std::thread::sleep`",
            Call::Open => "opening a file with `std::fs`",
            Call::List => "listing a folder with `std::fs`",
            Call::Read => "reading a file with `std::fs`",
            Call::Write => "writing a file with `std::fs`",
            Call::LockFile => "locking a file with `std::fs`",
            Call::Connect => "connecting with `std::net`",
            Call::Accept => "waiting for a connection with `std::net`",
            Call::Receive => "receiving with `std::net`",
            Call::Send => "sending with `std::net`",
            Call::Events => "waiting for a file, pipe or socket (`poll`)",
            Call::LookUp => "looking up a host's name with `std::net`",
            Call::Child => "waiting for a process with `std::process`",
            Call::Join => "waiting for a thread with `JoinHandle::join`",
            Call::Scope => "waiting for the threads of `std::thread::scope`",
            Call::Park => "`std::thread::park`",
            Call::Channel => "waiting for a channel of `std::sync::mpsc`",
            Call::Lock => "waiting for a lock of `std::sync`",
            Call::Condvar => "waiting for a `std::sync::Condvar`",
            Call::Barrier => "waiting at a `std::sync::Barrier`",
            Call::Fixture(name) => return write!(f, "`{name}`"),
        })
    }
}
