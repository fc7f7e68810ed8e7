//! Rejected by: step_2_the_message_has_a_line_for_each_file
//! Outcome: wrong_answer
//! Why people write it: each file ends its line, and so does the last one.

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
        for failed in &self.0 {
            write!(f, "{failed}")?;
            for cause in successors(failed.source(), |&cause| cause.source()) {
                write!(f, ": {cause}")?;
            }
            writeln!(f)?;
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
