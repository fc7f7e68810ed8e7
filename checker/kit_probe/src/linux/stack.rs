//! A stack as addresses: taken in microseconds, without memory from the allocator, so that a signal
//! handler may do it. What the addresses mean is asked later, and elsewhere.

#![expect(unsafe_code, reason = "only the unwinder knows a thread's stack")]

use std::{
    backtrace::Backtrace,
    cell::Cell,
    ffi::{c_int, c_void},
    fmt,
};

use super::{real::real, symbols};
use crate::{allow, watch::krate};

/// How deep a stack is looked into. Whoever called is near its top.
const DEPTH: usize = 128;
/// What a callback of the unwinder gives to go on.
const GO_ON: c_int = 0;
/// What it gives to stop, and the unwinder when the stack is at its end.
const END: c_int = 5;

/// Where a thread was: addresses, the innermost first.
#[derive(Clone, PartialEq, Eq)]
pub struct Stack {
    addresses: [usize; DEPTH],
    depth: usize,
}

/// What the unwinder calls for each frame.
type Callback = extern "C" fn(*mut c_void, *mut c_void) -> c_int;

thread_local! {
    /// Addresses that the unwinder shall find on this thread instead of its own.
    static PLANTED: Cell<Option<Planted>> = const { Cell::new(None) };
}

#[derive(Debug, Clone, Copy)]
struct Planted {
    first: *const usize,
    count: usize,
}

impl Default for Stack {
    fn default() -> Stack {
        Stack::EMPTY
    }
}

impl Stack {
    /// No address.
    pub(super) const EMPTY: Stack = Stack { addresses: [0; DEPTH], depth: 0 };

    /// The calling thread's.
    pub fn here() -> Stack {
        let mut stack = Stack::EMPTY;
        stack.take();
        stack
    }

    /// Becomes the calling thread's. It may be called in a signal handler.
    #[inline(never)]
    pub(super) fn take(&mut self) {
        extern "C" fn note(context: *mut c_void, stack: *mut c_void) -> c_int {
            // SAFETY: it is what `take` handed to the unwinder, which nobody else looks at now.
            let stack = unsafe { &mut *stack.cast::<Stack>() };
            let Some(place) = stack.addresses.get_mut(stack.depth) else { return END };
            // SAFETY: the unwinder gave the context for this.
            *place = unsafe { _Unwind_GetIP(context) };
            stack.depth += 1;
            GO_ON
        }
        self.depth = 0;
        // SAFETY: the callback takes the stack for what it is, and only until this returns.
        unsafe { _Unwind_Backtrace(note, std::ptr::from_mut(self).cast()) };
    }

    /// The functions, mangled, the innermost first; those of shared libraries are missing.
    pub fn functions(&self) -> Vec<String> {
        let _allowed = allow();
        symbols::names(self.addresses()).into_iter().flatten().collect()
    }

    /// The stack as [`Backtrace`] prints it, without the standard library's own functions: to look
    /// their lines up takes a tenth of a second, and nobody asks for them.
    pub fn text(&self) -> String {
        let _allowed = allow();
        let names = symbols::names(self.addresses());
        let is_told = |name: &Option<String>| {
            let krate = name.as_deref().and_then(krate);
            krate.is_some_and(|krate| !["std", "core", "alloc"].contains(&krate))
        };
        let mut told: Vec<usize> = self
            .addresses()
            .iter()
            .zip(&names)
            .filter(|(_, name)| is_told(name))
            .map(|(address, _)| *address)
            .collect();
        if told.is_empty() {
            // A program without names: they may still be in a file beside it.
            told = self.addresses().to_vec();
        }
        PLANTED.set(Some(Planted { first: told.as_ptr(), count: told.len() }));
        let backtrace = Backtrace::force_capture();
        PLANTED.set(None);
        backtrace.to_string()
    }

    fn addresses(&self) -> &[usize] {
        &self.addresses[..self.depth]
    }
}

impl fmt::Debug for Stack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Stack").field(&self.addresses()).finish()
    }
}

// The standard library tells the lines of a stack only while it unwinds one. So it gets one: these
// three stand in front of the unwinder's functions, and on a thread that has planted addresses they
// give those. Panics unwind by other functions.

#[unsafe(no_mangle)]
unsafe extern "C" fn _Unwind_Backtrace(callback: Callback, argument: *mut c_void) -> c_int {
    let Some(planted) = PLANTED.get() else {
        return real!(_Unwind_Backtrace(
            callback => Callback, argument => *mut c_void,
        ) -> c_int);
    };
    for index in 0..planted.count {
        // SAFETY: `text` keeps as many addresses there until this returns.
        let context = unsafe { planted.first.add(index) };
        if callback(context.cast_mut().cast(), argument) != GO_ON {
            break;
        }
    }
    END
}

#[unsafe(no_mangle)]
unsafe extern "C" fn _Unwind_GetIP(context: *mut c_void) -> usize {
    if PLANTED.get().is_some() {
        // SAFETY: a context is one of the addresses that `_Unwind_Backtrace` walks along.
        return unsafe { *context.cast::<usize>() };
    }
    real!(_Unwind_GetIP(context => *mut c_void) -> usize)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn _Unwind_GetCFA(context: *mut c_void) -> usize {
    if PLANTED.get().is_some() {
        return 0;
    }
    real!(_Unwind_GetCFA(context => *mut c_void) -> usize)
}
