//! What the shell is told.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It did what was asked, and the book is right.
    Good,
    /// Something is wrong in the book.
    Wrong,
    /// It was asked for what does not exist.
    AskedWrongly,
    /// Something kept it from doing it.
    CouldNot,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Good => 0,
            Exit::Wrong => 1,
            Exit::AskedWrongly => 2,
            Exit::CouldNot => 3,
        })
    }
}
