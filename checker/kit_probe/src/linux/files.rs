//! Files and folders on a disk. A device, a pipe and what the kernel tells under `/proc` are none.

#![expect(unsafe_code, reason = "functions in front of the system's")]

use std::{ffi::CStr, mem::MaybeUninit};

use libc::{DIR, c_char, c_int, c_void, iovec, mode_t, off_t, off64_t, size_t, ssize_t};

use super::{
    noticed::seen,
    prove,
    real::{error, in_front, real, set_error},
    sockets,
};
use crate::{Call, watch::is_polling};

in_front! {
    fn read(file: c_int, buffer: *mut c_void, length: size_t) -> ssize_t { reads(file) }
    fn readv(file: c_int, buffers: *const iovec, count: c_int) -> ssize_t { reads(file) }
    fn pread(file: c_int, buffer: *mut c_void, length: size_t, at: off_t) -> ssize_t { reads(file) }
    fn pread64(file: c_int, buffer: *mut c_void, length: size_t, at: off64_t) -> ssize_t {
        reads(file)
    }
    fn write(file: c_int, buffer: *const c_void, length: size_t) -> ssize_t { writes(file) }
    fn writev(file: c_int, buffers: *const iovec, count: c_int) -> ssize_t { writes(file) }
    fn pwrite(file: c_int, buffer: *const c_void, length: size_t, at: off_t) -> ssize_t {
        writes(file)
    }
    fn pwrite64(file: c_int, buffer: *const c_void, length: size_t, at: off64_t) -> ssize_t {
        writes(file)
    }
    fn fsync(file: c_int) -> c_int { writes(file) }
    fn fdatasync(file: c_int) -> c_int { writes(file) }
    fn flock(file: c_int, operation: c_int) -> c_int {
        (operation & (libc::LOCK_NB | libc::LOCK_UN) == 0 && is_on_a_disk(file))
            .then_some(Call::LockFile)
    }
    fn opendir(path: *const c_char) -> *mut DIR { (!is_special(path)).then_some(Call::List) }
}

// In C, they take the mode only if they create a file. On these processors an argument more or less
// does not matter: it is in a register that nobody else reads.

#[unsafe(no_mangle)]
unsafe extern "C" fn open(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    opens(path, || real!(open(path => *const c_char, flags => c_int, mode => mode_t) -> c_int))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    prove();
    opens(path, || real!(open64(path => *const c_char, flags => c_int, mode => mode_t) -> c_int))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat(
    folder: c_int,
    path: *const c_char,
    flags: c_int,
    mode: mode_t,
) -> c_int {
    opens(path, || {
        real!(openat(
            folder => c_int, path => *const c_char, flags => c_int, mode => mode_t,
        ) -> c_int)
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn openat64(
    folder: c_int,
    path: *const c_char,
    flags: c_int,
    mode: mode_t,
) -> c_int {
    opens(path, || {
        real!(openat64(
            folder => c_int, path => *const c_char, flags => c_int, mode => mode_t,
        ) -> c_int)
    })
}

/// Opens a file. What it is can be told only after that.
fn opens(path: *const c_char, open: impl FnOnce() -> c_int) -> c_int {
    let file = open();
    if is_polling() {
        let error = error();
        let is_known = file < 0 || is_on_a_disk(file);
        if is_known && !is_special(path) {
            seen(Call::Open);
        }
        set_error(error);
    }
    file
}

fn reads(file: c_int) -> Option<Call> {
    by_kind(file, Call::Read, Call::Receive)
}

fn writes(file: c_int) -> Option<Call> {
    by_kind(file, Call::Write, Call::Send)
}

/// What a call on a descriptor is: `on_file`, `on_socket` or, on anything else, nothing that counts.
fn by_kind(file: c_int, on_file: Call, on_socket: Call) -> Option<Call> {
    if file <= libc::STDERR_FILENO {
        return None;
    }
    match kind(file)? {
        libc::S_IFREG => is_on_a_disk(file).then_some(on_file),
        libc::S_IFSOCK => sockets::blocks(file, 0).then_some(on_socket),
        _ => None,
    }
}

/// The kind of a descriptor, as the mode tells it.
fn kind(file: c_int) -> Option<mode_t> {
    let mut status = MaybeUninit::<libc::stat>::uninit();
    // SAFETY: the place has room for what the system writes; a wrong descriptor is answered.
    let answer = unsafe { libc::fstat(file, status.as_mut_ptr()) };
    // SAFETY: the system has written it.
    (answer == 0).then(|| unsafe { status.assume_init() }.st_mode & libc::S_IFMT)
}

/// Whether a descriptor is a file or folder, and none that the kernel makes up.
fn is_on_a_disk(file: c_int) -> bool {
    if !matches!(kind(file), Some(libc::S_IFREG | libc::S_IFDIR)) {
        return false;
    }
    let mut system = MaybeUninit::<libc::statfs>::uninit();
    // SAFETY: the place has room for what the system writes; a wrong descriptor is answered.
    if unsafe { libc::fstatfs(file, system.as_mut_ptr()) } != 0 {
        return true;
    }
    // SAFETY: the system has written it.
    let kind = unsafe { system.assume_init() }.f_type;
    let made_up = [
        libc::PROC_SUPER_MAGIC,
        libc::SYSFS_MAGIC,
        libc::CGROUP_SUPER_MAGIC,
        libc::CGROUP2_SUPER_MAGIC,
    ];
    !made_up.contains(&kind)
}

/// Whether a path leads to a device or to what the kernel tells of itself.
fn is_special(path: *const c_char) -> bool {
    if path.is_null() {
        return true;
    }
    // SAFETY: whoever opens a path gives one that ends with a zero.
    let path = unsafe { CStr::from_ptr(path) }.to_bytes();
    [b"/proc/".as_slice(), b"/sys/", b"/dev/"].iter().any(|root| path.starts_with(root))
}
