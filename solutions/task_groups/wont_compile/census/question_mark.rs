//! Error: E0277

use std::{error::Error, fmt, iter::successors};

use tokio::task::JoinSet;
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
    let mut group = JoinSet::new();
    for file in files.iter().cloned() {
        let depot = depot.clone();
        group.spawn(async move { depot.import(&file).await });
    }
    let mut sightings = Vec::new();
    for imported in group.join_all().await {
        sightings.extend(imported?);
    }
    Ok(sightings)
}
