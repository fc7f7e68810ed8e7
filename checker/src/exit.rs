//! The exit codes: the one thing a script reads of us.

use std::process::ExitCode;

/// How a command of the checker ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// What was asked for holds: 0.
    Passed,
    /// It does not hold yet: 1.
    NotYet,
    /// The question was wrong, such as an unknown lesson: 2.
    AskedWrongly,
    /// Something kept the checker from an answer, such as a missing compiler: 3.
    CouldNotCheck,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Passed => 0,
            Exit::NotYet => 1,
            Exit::AskedWrongly => 2,
            Exit::CouldNotCheck => 3,
        })
    }
}
