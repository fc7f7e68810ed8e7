//! `census`, solved: a task makes both attempts, and the group is put in order when all have ended.

use std::{error::Error, fmt, iter::successors};

use tokio::task::JoinSet;
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
        // The next link and no further: the error has a source of its own.
        Some(&self.error)
    }
}

/// Files that were not imported, in their order.
#[derive(Debug, PartialEq, Eq)]
pub struct ErrorGroup(pub Vec<FileError>);

impl fmt::Display for ErrorGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A chain has one source at each link. That of several errors would go on with one of them,
        // so the group tells all chains itself, each from its file on, and begins none.
        let lines = self.0.iter().map(|failed| {
            let chain = successors(Some(failed as &dyn Error), |&error| error.source());
            chain.map(|error| error.to_string()).collect::<Vec<_>>().join(": ")
        });
        f.write_str(&lines.collect::<Vec<_>>().join("\n"))
    }
}

impl Error for ErrorGroup {}

impl ErrorGroup {
    /// Parts those that are `wanted` from the others.
    pub fn split(self, wanted: impl Fn(&ImportError) -> bool) -> (ErrorGroup, ErrorGroup) {
        let (wanted, others) = self.0.into_iter().partition(|failed| wanted(&failed.error));
        (ErrorGroup(wanted), ErrorGroup(others))
    }
}

/// Imports all files at the same time, and gives their sightings in the order of `files`.
///
/// # Errors
///
/// When all have ended and some have failed: every one that failed, in the order of `files`.
///
/// # Cancel safety
///
/// When the call is dropped, no import goes on.
pub async fn import_all(depot: &Depot, files: &[String]) -> Result<Vec<Sighting>, ErrorGroup> {
    let mut group = JoinSet::new();
    for (place, file) in files.iter().cloned().enumerate() {
        let depot = depot.clone();
        group.spawn(async move {
            let mut imported = depot.import(&file).await;
            // Here and not in a second round: the other files are none of its business.
            if imported.as_ref().is_err_and(ImportError::is_recoverable) {
                imported = depot.import(&file).await;
            }
            // The name of the file goes into the error while somebody knows it.
            (place, imported.map_err(|error| FileError { file, error }))
        });
    }

    // An error is a value to the group, so `join_all` waits for every one, in spite of errors.
    let mut ended = group.join_all().await;
    ended.sort_unstable_by_key(|(place, _)| *place);
    let (mut sightings, mut failed) = (Vec::new(), Vec::new());
    for (_, imported) in ended {
        match imported {
            Ok(more) => sightings.extend(more),
            Err(error) => failed.push(error),
        }
    }
    if failed.is_empty() { Ok(sightings) } else { Err(ErrorGroup(failed)) }
}
