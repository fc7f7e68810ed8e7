//! From a learner's file and the given steps to a program that runs them, or to the compiler's
//! word on why there is none.
//!
//! Cargo builds what a lesson stands on, once, and says where it lies. After that one call of
//! `rustc` compiles answer and steps together: a save is checked without waiting for cargo.

mod compile;
mod diagnostic;
mod made;
mod signatures;
mod toolchain;

pub use compile::{Compiled, Sources, Tokio, compile, folder};
pub use diagnostic::{Diagnostic, Diagnostics};
pub use signatures::differences;
pub use toolchain::Toolchain;

use std::{error::Error, fmt, io};

/// What kept us from compiling. That the answer does not compile is none of these.
#[derive(Debug)]
pub enum BuildError {
    /// Cargo or the compiler could not be started.
    Tool {
        /// Which.
        tool: String,
        /// Why.
        error: io::Error,
    },
    /// Cargo could not build what the lesson stands on.
    Foundation {
        /// The lesson.
        lesson: String,
        /// The end of what cargo said.
        said: String,
    },
    /// Nothing can be written where all that is built lies, as in a read-only checkout.
    Target {
        /// Where.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// It was stopped: nobody waits for it any more.
    Canceled,
    /// A file could not be read or written.
    File {
        /// Which.
        path: String,
        /// Why.
        error: io::Error,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Tool { tool, error } if error.kind() == io::ErrorKind::NotFound => write!(
                f,
                "`{tool}` was not found: install Rust from https://rustup.rs, open a new \
                 terminal, and try again"
            ),
            BuildError::Tool { tool, .. } => write!(f, "`{tool}` could not be started"),
            BuildError::Foundation { lesson, said } => write!(
                f,
                "what the lesson `{lesson}` stands on could not be built; cargo said:\n{said}"
            ),
            BuildError::Target { path, .. } => write!(
                f,
                "`{path}` cannot be written, and all that is built lies there; set \
                 `CARGO_TARGET_DIR` to a folder that you can write to"
            ),
            BuildError::Canceled => f.write_str("the check was stopped"),
            BuildError::File { path, .. } => write!(f, "`{path}` could not be read or written"),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            BuildError::Tool { error, .. } if error.kind() == io::ErrorKind::NotFound => None,
            BuildError::Tool { error, .. }
            | BuildError::Target { error, .. }
            | BuildError::File { error, .. } => Some(error),
            BuildError::Foundation { .. } | BuildError::Canceled => None,
        }
    }
}
