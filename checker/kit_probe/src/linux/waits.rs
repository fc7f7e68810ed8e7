//! Sleeps, and waits for other threads and processes.

#![expect(unsafe_code, reason = "functions in front of the system's")]

use std::sync::atomic::{AtomicU32, Ordering};

use libc::{
    c_int, c_long, c_void, clockid_t, id_t, idtype_t, pid_t, pthread_t, rusage, siginfo_t, timespec,
};

use super::{
    noticed::{is_spared_sleep, seen, waiting},
    real::{in_front, real},
};
use crate::{Call, watch::is_polling};

/// What `std::thread::park` waits to change. A lock for reading and writing has this state too, if it
/// is written to while others wait to read and to write: their stacks are told apart later.
const PARKED: u32 = u32::MAX;

in_front! {
    fn pthread_join(thread: pthread_t, result: *mut *mut c_void) -> c_int { Some(Call::Join) }
    fn waitpid(process: pid_t, status: *mut c_int, options: c_int) -> pid_t {
        (options & libc::WNOHANG == 0).then_some(Call::Child)
    }
    fn wait4(process: pid_t, status: *mut c_int, options: c_int, usage: *mut rusage) -> pid_t {
        (options & libc::WNOHANG == 0).then_some(Call::Child)
    }
    fn waitid(kind: idtype_t, id: id_t, info: *mut siginfo_t, options: c_int) -> c_int {
        (options & libc::WNOHANG == 0).then_some(Call::Child)
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn nanosleep(time: *const timespec, left: *mut timespec) -> c_int {
    if is_polling() && is_spared_sleep() {
        return 0;
    }
    real!(nanosleep(time => *const timespec, left => *mut timespec) -> c_int)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn clock_nanosleep(
    clock: clockid_t,
    flags: c_int,
    time: *const timespec,
    left: *mut timespec,
) -> c_int {
    if is_polling() && is_spared_sleep() {
        return 0;
    }
    real!(clock_nanosleep(
        clock => clockid_t, flags => c_int, time => *const timespec, left => *mut timespec,
    ) -> c_int)
}

/// The standard library's locks wait by a call of the system that has no function of its own.
///
/// In C it takes as many arguments as the call needs. On these processors the rest of them is
/// whatever the registers and the stack hold, which is handed on and read by nobody.
#[unsafe(no_mangle)]
unsafe extern "C" fn syscall(
    number: c_long,
    first: c_long,
    second: c_long,
    third: c_long,
    fourth: c_long,
    fifth: c_long,
    sixth: c_long,
) -> c_long {
    let call = || {
        real!(syscall(
            number => c_long, first => c_long, second => c_long, third => c_long,
            fourth => c_long, fifth => c_long, sixth => c_long,
        ) -> c_long)
    };
    if number != libc::SYS_futex || !is_polling() {
        return call();
    }
    let operation = second as c_int & libc::FUTEX_CMD_MASK;
    if operation != libc::FUTEX_WAIT && operation != libc::FUTEX_WAIT_BITSET {
        return call();
    }
    let expected = third as u32;
    // SAFETY: who waits for a futex lends it to the system, which reads it in the same way.
    let is_there = unsafe { AtomicU32::from_ptr(first as *mut u32) }.load(Ordering::Relaxed);
    if is_there != expected {
        // Then nobody waits.
        return call();
    }
    if expected == PARKED {
        seen(Call::Park);
    }
    waiting(call)
}
