//! Differs by: each import fills the slot of its file, in any order; only then the names go into the errors.

use std::{error::Error, fmt, iter::successors};

use futures::{StreamExt, stream::FuturesUnordered};
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
        let mut rest = self.0;
        let yes = rest.extract_if(.., |failed| wanted(&failed.error)).collect();
        (ErrorGroup(yes), ErrorGroup(rest))
    }
}

pub async fn import_all(depot: &Depot, files: &[String]) -> Result<Vec<Sighting>, ErrorGroup> {
    let mut slots: Vec<_> = files.iter().map(|_| Ok(Vec::new())).collect();
    let mut imports: FuturesUnordered<_> = slots
        .iter_mut()
        .zip(files)
        .map(async |(slot, file)| {
            *slot = depot.import(file).await;
            if slot.as_ref().is_err_and(ImportError::is_recoverable) {
                *slot = depot.import(file).await;
            }
        })
        .collect();
    while imports.next().await.is_some() {}
    drop(imports);
    let (mut sightings, mut failed) = (Vec::new(), Vec::new());
    for (slot, file) in slots.into_iter().zip(files) {
        match slot {
            Ok(more) => sightings.extend(more),
            Err(error) => failed.push(FileError { file: file.clone(), error }),
        }
    }
    if failed.is_empty() { Ok(sightings) } else { Err(ErrorGroup(failed)) }
}
