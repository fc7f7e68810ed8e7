//! # A group of errors: the bird census
//!
//! Once a year every village counts its birds and sends a file. What cannot be imported is told as
//! a whole, for two people wait for it: one mends broken files, one asks again for locked ones.
//!
//! - Read: `lessons/task_groups/README.md`
//! - Check: `cargo test -p task_groups census` or `cargo checker run task_groups/census`
//! - Hint: `cargo checker hint task_groups/census`
//! - Toolbox: `Error::source`, `Iterator::partition`, `try_join_all`; one of them is a trap here
//! - Needs: implementing a trait, iterators, `Result`

use std::{error::Error, fmt};

use worlds::{Depot, ImportError, Sighting};

/// A file that was not imported: its message names the file, its source says why.
#[derive(Debug, PartialEq, Eq)]
pub struct FileError {
    /// The name of the file, which the error itself does not know.
    pub file: String,
    /// Why it was not imported.
    pub error: ImportError,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot import {}", self.file)
    }
}

impl Error for FileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        todo!("say why {:?} was not imported", self.file)
    }
}

/// Files that were not imported, in their order. Its message has a line for each, with `\n` between
/// them: the file's message and, each after `: `, its causes. It has no `source()` of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct ErrorGroup(pub Vec<FileError>);

impl fmt::Display for ErrorGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f;
        todo!("write a line for each of {:?}, with all its causes", self.0)
    }
}

impl Error for ErrorGroup {}

impl ErrorGroup {
    /// Parts those that are `wanted` from the others. Each keeps its order, either may be empty.
    pub fn split(self, wanted: impl Fn(&ImportError) -> bool) -> (ErrorGroup, ErrorGroup) {
        let _ = wanted;
        todo!("part {:?} in two", self.0)
    }
}

/// Imports all files at the same time, and gives their sightings in the order of `files`.
///
/// An import whose error is recoverable is repeated once, at that instant; what the second attempt
/// gives is final. If the call is dropped, no import goes on.
///
/// # Errors
///
/// When all have ended and some have failed: every one that failed, in the order of `files`.
pub async fn import_all(depot: &Depot, files: &[String]) -> Result<Vec<Sighting>, ErrorGroup> {
    let _ = depot;
    todo!("import {files:?} at the same time, and what is locked once more")
}
