//! Rejected by: step_5_every_failure_is_told_in_order
//! Outcome: wrong_answer
//! Why people write it: the sightings are put in order with care, the errors are only for reading.

use std::{collections::BTreeMap, error::Error, fmt, iter::successors};

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
    for (place, file) in files.iter().cloned().enumerate() {
        let depot = depot.clone();
        group.spawn(async move {
            let mut imported = depot.import(&file).await;
            if imported.as_ref().is_err_and(ImportError::is_recoverable) {
                imported = depot.import(&file).await;
            }
            (place, imported.map_err(|error| FileError { file, error }))
        });
    }
    let (mut sightings, mut failed) = (BTreeMap::new(), Vec::new());
    while let Some(ended) = group.join_next().await {
        match ended.expect("an import does not panic, and nobody aborts it") {
            (place, Ok(more)) => drop(sightings.insert(place, more)),
            (_, Err(error)) => failed.push(error),
        }
    }
    let sightings = sightings.into_values().flatten().collect();
    if failed.is_empty() { Ok(sightings) } else { Err(ErrorGroup(failed)) }
}
