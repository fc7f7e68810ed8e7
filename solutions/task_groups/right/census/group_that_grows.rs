//! Differs by: the parent begins every attempt, in a group that grows while it is joined; maps by place give the order.

use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
    fmt,
    iter::successors,
};

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
    let mut attempts = HashMap::new();
    let begin = |group: &mut JoinSet<_>, place: usize| {
        let (depot, file) = (depot.clone(), files[place].clone());
        group.spawn(async move { depot.import(&file).await }).id()
    };
    for place in 0..files.len() {
        attempts.insert(begin(&mut group, place), (place, 1));
    }
    let (mut sightings, mut failed) = (BTreeMap::new(), BTreeMap::new());
    while let Some(ended) = group.join_next_with_id().await {
        let (id, imported) = ended.expect("an import does not panic, and nobody aborts it");
        let (place, attempt) = attempts[&id];
        match imported {
            Ok(more) => drop(sightings.insert(place, more)),
            Err(error) if attempt == 1 && error.is_recoverable() => {
                attempts.insert(begin(&mut group, place), (place, 2));
            }
            Err(error) => {
                failed.insert(place, FileError { file: files[place].clone(), error });
            }
        }
    }
    if failed.is_empty() {
        Ok(sightings.into_values().flatten().collect())
    } else {
        Err(ErrorGroup(failed.into_values().collect()))
    }
}
