//! Who is told what goes on while an answer takes its time.

/// Told of progress, from any thread.
pub trait Listener: Sync {
    /// Cargo has finished one more crate of what a lesson stands on.
    fn built(&self, _crates: usize, _name: &str) {}

    /// `done` of `all` answers were looked at.
    fn checked(&self, _done: usize, _all: usize) {}
}

/// For those who do not wait for it.
impl Listener for () {}
