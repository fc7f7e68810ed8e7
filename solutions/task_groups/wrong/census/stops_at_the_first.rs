//! Rejected by: step_5_every_failure_is_told_in_order
//! Outcome: wrong_answer
//! Why people write it: `?` passes the first error on, as everywhere else.

use std::{error::Error, fmt, iter::successors};

use futures::future::try_join_all;
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
    let imports = files.iter().map(async |file| {
        let mut imported = depot.import(file).await;
        if imported.as_ref().is_err_and(ImportError::is_recoverable) {
            imported = depot.import(file).await;
        }
        imported.map_err(|error| FileError { file: file.clone(), error })
    });
    match try_join_all(imports).await {
        Ok(sightings) => Ok(sightings.concat()),
        Err(first) => Err(ErrorGroup(vec![first])),
    }
}
