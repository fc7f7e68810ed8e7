//! Linux with glibc: functions in front of the system's, and stacks as addresses.

mod files;
mod noticed;
mod real;
mod signal;
mod sockets;
mod stack;
mod symbols;
mod waits;

use std::{cell::Cell, fs::File, sync::OnceLock};

pub use self::{signal::stack_of, stack::Stack};

thread_local! {
    /// Whether the calling thread looks for a call of its own, and whether that came.
    static PROOF: Cell<Proof> = const { Cell::new(Proof::NotAsked) };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    NotAsked,
    Asked,
    Given,
}

/// Whether calls can be seen on this system.
pub const fn is_supported() -> bool {
    true
}

/// Whether the standard library's calls come to this crate, as they must: tried out once.
pub fn is_taken() -> bool {
    static IS_TAKEN: OnceLock<bool> = OnceLock::new();
    *IS_TAKEN.get_or_init(|| {
        let _allowed = crate::allow();
        PROOF.set(Proof::Asked);
        // It cannot be opened, and need not.
        let _ = File::open("");
        PROOF.replace(Proof::NotAsked) == Proof::Given
    })
}

/// A call has come from the standard library.
fn prove() {
    if PROOF.get() == Proof::Asked {
        PROOF.set(Proof::Given);
    }
}
