//! Where nothing stands in front of the system's library: no call is seen, no stack is known.

/// A stack of which nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack;

impl Stack {
    /// Nothing.
    pub fn here() -> Stack {
        Stack
    }

    /// Nothing.
    pub fn functions(&self) -> Vec<String> {
        Vec::new()
    }

    /// Nothing.
    pub fn text(&self) -> String {
        String::new()
    }
}

/// Whether calls can be seen on this system: no.
pub const fn is_supported() -> bool {
    false
}

/// Whether the standard library's calls come to this crate: no.
pub fn is_taken() -> bool {
    false
}

/// The stack of another thread: never known.
#[cfg(unix)]
pub fn stack_of(_thread: libc::pthread_t) -> Option<Stack> {
    None
}
