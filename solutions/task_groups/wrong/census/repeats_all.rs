//! Rejected by: step_6_a_locked_file_is_tried_once_more_at_once
//! Outcome: wrong_answer
//! Why people write it: one call imports a list, so the second attempt is another call with the same list.

use std::{error::Error, fmt, iter::successors};

use futures::future::join_all;
use worlds::{Depot, ImportError, Sighting};

#[derive(Debug, PartialEq, Eq)]
pub struct FileError {
    pub file: String,
    pub error: ImportError,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot import {}", self.file)
    }
}

impl Error for FileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

#[derive(Debug, PartialEq, Eq)]
pub struct ErrorGroup(pub Vec<FileError>);

impl fmt::Display for ErrorGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, failed) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            write!(f, "{failed}")?;
            for cause in successors(failed.source(), |&cause| cause.source()) {
                write!(f, ": {cause}")?;
            }
        }
        Ok(())
    }
}

impl Error for ErrorGroup {}

impl ErrorGroup {
    pub fn split(self, wanted: impl Fn(&ImportError) -> bool) -> (ErrorGroup, ErrorGroup) {
        let (wanted, others) = self.0.into_iter().partition(|failed| wanted(&failed.error));
        (ErrorGroup(wanted), ErrorGroup(others))
    }
}

pub async fn import_all(depot: &Depot, files: &[String]) -> Result<Vec<Sighting>, ErrorGroup> {
    let mut ended = attempt(depot, files).await;
    let is_recoverable = |failed: &FileError| failed.error.is_recoverable();
    if ended.iter().any(|imported| imported.as_ref().is_err_and(is_recoverable)) {
        ended = attempt(depot, files).await;
    }
    let (mut sightings, mut failed) = (Vec::new(), Vec::new());
    for imported in ended {
        match imported {
            Ok(more) => sightings.extend(more),
            Err(error) => failed.push(error),
        }
    }
    if failed.is_empty() { Ok(sightings) } else { Err(ErrorGroup(failed)) }
}

async fn attempt(depot: &Depot, files: &[String]) -> Vec<Result<Vec<Sighting>, FileError>> {
    let imports = files.iter().map(async |file| {
        let imported = depot.import(file).await;
        imported.map_err(|error| FileError { file: file.clone(), error })
    });
    join_all(imports).await
}
