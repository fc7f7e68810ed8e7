//! The system's functions behind ours.

#![expect(unsafe_code, reason = "only the loader knows where the function is that ours hides")]

use std::{
    ffi::{CStr, c_void},
    ptr,
    sync::atomic::{AtomicPtr, Ordering},
};

/// The function of the system's library that `name` would mean without ours.
pub(super) fn find(known: &AtomicPtr<c_void>, name: &CStr) -> *mut c_void {
    let address = known.load(Ordering::Relaxed);
    if !address.is_null() {
        return address;
    }
    // SAFETY: the name ends with a zero; the loader may be asked from any thread.
    let found = unsafe { libc::dlsym(libc::RTLD_NEXT, name.as_ptr()) };
    if found.is_null() {
        // Who called cannot be answered, and nothing may unwind through a function of C.
        // SAFETY: it takes nothing and does not return.
        unsafe { libc::abort() };
    }
    known.store(found, Ordering::Relaxed);
    found
}

/// The error of the calling thread's last call that failed.
pub(super) fn error() -> libc::c_int {
    // SAFETY: the place is the calling thread's own.
    unsafe { *libc::__errno_location() }
}

/// Sets what [`error`] gives.
pub(super) fn set_error(error: libc::c_int) {
    // SAFETY: the place is the calling thread's own.
    unsafe { *libc::__errno_location() = error };
}

pub(super) const fn unknown() -> AtomicPtr<c_void> {
    AtomicPtr::new(ptr::null_mut())
}

/// Calls the function that ours of the same name hides.
macro_rules! real {
    ($name:ident($($argument:expr => $type:ty),* $(,)?) -> $result:ty) => {{
        static KNOWN: std::sync::atomic::AtomicPtr<std::ffi::c_void> =
            $crate::platform::real::unknown();
        const NAME: &std::ffi::CStr =
            match std::ffi::CStr::from_bytes_with_nul(concat!(stringify!($name), "\0").as_bytes()) {
                Ok(name) => name,
                Err(_) => panic!("a name has no zero within"),
            };
        let address = $crate::platform::real::find(&KNOWN, NAME);
        // SAFETY: this is the function by which the caller means to call ours, with the types of
        // the system's headers and the caller's own arguments.
        unsafe {
            let function = std::mem::transmute::<
                *mut std::ffi::c_void,
                unsafe extern "C" fn($($type),*) -> $result,
            >(address);
            function($($argument),*)
        }
    }};
}

/// Defines functions in front of the system's. The block says, of a thread that polls, what the call
/// is if it counts.
macro_rules! in_front {
    ($(
        $(#[$attribute:meta])*
        fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $result:ty $block:block
    )*) => { $(
        $(#[$attribute])*
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $name($($argument: $type),*) -> $result {
            if $crate::watch::is_polling() {
                let call: Option<$crate::Call> = $block;
                if let Some(call) = call {
                    $crate::platform::noticed::seen(call);
                }
            }
            $crate::platform::real::real!($name($($argument => $type),*) -> $result)
        }
    )* };
}

pub(super) use {in_front, real};
