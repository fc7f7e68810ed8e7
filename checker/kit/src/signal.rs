//! What the system has to say to a process: please end.

use std::{
    io,
    process::{Child, Command, ExitStatus},
};

pub(crate) use platform::{prepare, send, that_ended};

/// A request to end.
///
/// Windows knows one that can be sent to a single program, Ctrl-Break; both are that one there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// From whoever runs services: SIGTERM.
    Terminate,
    /// From the keyboard: SIGINT, which is Ctrl-C.
    Interrupt,
}

#[cfg(unix)]
mod platform {
    use std::os::unix::process::{CommandExt, ExitStatusExt};

    use super::{Child, Command, ExitStatus, Signal, io};

    /// A shell starts what it runs in the background with Ctrl-C ignored, and that is handed down from
    /// program to program. Ours begin as from a terminal, however the test was started.
    #[expect(
        unsafe_code,
        reason = "only between fork and exec can it be set for the program alone"
    )]
    pub(crate) fn prepare(command: &mut Command) {
        let begin_as_from_a_terminal = || {
            // SAFETY: `signal` is one of the few functions that may be called there, and no Rust code
            // handles the signal in the program to come.
            unsafe { libc::signal(libc::SIGINT, libc::SIG_DFL) };
            Ok(())
        };
        // SAFETY: the closure only sets how a signal is handled: it neither allocates nor locks.
        unsafe { command.pre_exec(begin_as_from_a_terminal) };
    }

    #[expect(unsafe_code, reason = "a library for this one call is built with every lesson")]
    pub(crate) fn send(child: &Child, signal: Signal) -> io::Result<()> {
        let signal = match signal {
            Signal::Terminate => libc::SIGTERM,
            Signal::Interrupt => libc::SIGINT,
        };
        // A number that is not one of a single process would name a group of them, or all.
        let id = libc::pid_t::try_from(child.id()).ok().filter(|id| *id > 0);
        let id = id.ok_or(io::ErrorKind::NotFound)?;
        // SAFETY: the function takes two numbers, and the first one names a process that has not been
        // waited for.
        let sent = unsafe { libc::kill(id, signal) };
        if sent == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
    }

    /// The number of the signal that ended a process without an exit code.
    pub(crate) fn that_ended(status: ExitStatus) -> i32 {
        status.signal().unwrap_or_default()
    }
}

#[cfg(windows)]
mod platform {
    use std::os::windows::process::CommandExt;

    use windows_sys::Win32::System::{
        Console::{CTRL_BREAK_EVENT, GenerateConsoleCtrlEvent},
        Threading::CREATE_NEW_PROCESS_GROUP,
    };

    use super::{Child, Command, ExitStatus, Signal, io};

    /// Console events go to a group of processes: the program gets one of its own, or the test
    /// would get them too.
    pub(crate) fn prepare(command: &mut Command) {
        command.creation_flags(CREATE_NEW_PROCESS_GROUP);
    }

    #[expect(unsafe_code, reason = "the system is asked directly")]
    pub(crate) fn send(child: &Child, _signal: Signal) -> io::Result<()> {
        // SAFETY: the function takes two numbers, and the second one names the group of a process
        // that has not been waited for.
        let is_sent = unsafe { GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, child.id()) };
        if is_sent == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// Every process has an exit code here.
    pub(crate) fn that_ended(_status: ExitStatus) -> i32 {
        0
    }
}
