//! Rejected by: step_4_sightings_keep_the_order_of_the_files
//! Outcome: wrong_answer
//! Why people write it: a map from the name of the file to its result puts everything back in order, if no name comes twice.

use std::{collections::HashMap, error::Error, fmt, iter::successors};

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
        group.spawn(async move {
            let mut imported = depot.import(&file).await;
            if imported.as_ref().is_err_and(ImportError::is_recoverable) {
                imported = depot.import(&file).await;
            }
            (file.clone(), imported.map_err(|error| FileError { file, error }))
        });
    }
    let mut ended: HashMap<_, _> = group.join_all().await.into_iter().collect();
    let (mut sightings, mut failed) = (Vec::new(), Vec::new());
    for file in files {
        match ended.remove(file) {
            Some(Ok(more)) => sightings.extend(more),
            Some(Err(error)) => failed.push(error),
            None => {}
        }
    }
    if failed.is_empty() { Ok(sightings) } else { Err(ErrorGroup(failed)) }
}
