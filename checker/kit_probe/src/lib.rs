//! Sees the calls that block a thread while it polls: which call, and from where.
//!
//! On Linux, a program's own functions come before those of the system's library of the same name.
//! This crate defines `nanosleep`, `open64`, `connect` and some thirty more; each of them hands its
//! call on to the system's function, and before that looks whether the calling thread is one that
//! is watched, and within a poll. If so, the call is written down with the stack it came from. That
//! holds for all code of the program, and for shared libraries that it is linked with, the
//! standard library among them; it does not for calls that the system's library makes itself.
//! [`is_taken`] tries it out.
//!
//! The kit links it into test programs, says with [`Watch::begin_here`] which thread is to be
//! watched, and with [`polling`] and [`leave`] when that thread polls. On any other thread, and at
//! any other time, a call costs one look at a variable of the thread.
//!
//! # What counts
//!
//! | call | counts |
//! |---|---|
//! | `nanosleep`, `clock_nanosleep` | always; of a thread that is still watched, the first thousand do not sleep |
//! | `open`, `opendir` | if it is a file or a folder on a disk, or none: not a device, not `/proc` or `/sys` |
//! | `read`, `write` and their kin, `fsync`, `flock` | on a file on a disk; never on the descriptors 0 to 2 |
//! | `connect`, `accept`, `recv`, `send` and their kin | on a socket that blocks |
//! | `poll`, `epoll_wait` | if they may wait |
//! | `getaddrinfo`, `pthread_join` | always |
//! | `waitpid`, `wait4`, `waitid` | without `WNOHANG` |
//! | `syscall` with a futex to wait for | at once, if `std::thread::park` makes it, as channels of `std` do; a lock only says that it is [waited for](Watch::is_waiting), because some are free again in no time |
//!
//! What runs under [`allow`] does not count, nor what a thread does that panics, nor what the kit
//! and its façades, insta, and the printing of a backtrace do, nor the wait for a value of `once_cell`
//! that another thread is making.
//!
//! # Where it does not work
//!
//! Who made a call is told by the names of functions in the program's file. In one that was stripped
//! of them, insta and the rest are not told from others.
//!
//! It is compiled out but on Linux with glibc, linked dynamically, on x86-64 and AArch64
//! ([`is_supported`]). macOS looks names up by library, so a definition in the program is not taken
//! there; tables for `dyld` could do it, which nobody here could try.

#[cfg(not(all(
    target_os = "linux",
    target_env = "gnu",
    any(target_arch = "x86_64", target_arch = "aarch64"),
    not(target_feature = "crt-static"),
)))]
mod elsewhere;
#[cfg(all(
    target_os = "linux",
    target_env = "gnu",
    any(target_arch = "x86_64", target_arch = "aarch64"),
    not(target_feature = "crt-static"),
))]
mod linux;

mod call;
mod watch;

#[cfg(not(all(
    target_os = "linux",
    target_env = "gnu",
    any(target_arch = "x86_64", target_arch = "aarch64"),
    not(target_feature = "crt-static"),
)))]
use elsewhere as platform;
#[cfg(all(
    target_os = "linux",
    target_env = "gnu",
    any(target_arch = "x86_64", target_arch = "aarch64"),
    not(target_feature = "crt-static"),
))]
use linux as platform;

pub use call::Call;
#[cfg(unix)]
pub use platform::stack_of;
pub use platform::{Stack, is_supported, is_taken};
pub use watch::{Allowed, Polling, Seen, Watch, allow, enter, leave, note, polling};
