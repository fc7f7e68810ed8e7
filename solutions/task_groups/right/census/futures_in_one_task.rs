//! Differs by: no task: the futures borrow, and `join_all` keeps their order; the message is joined from lines.

use std::{error::Error, fmt};

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
        let line = |failed: &FileError| {
            let mut line = failed.to_string();
            let mut cause = failed.source();
            while let Some(error) = cause {
                line = format!("{line}: {error}");
                cause = error.source();
            }
            line
        };
        f.write_str(&self.0.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}

impl Error for ErrorGroup {}

impl ErrorGroup {
    pub fn split(self, wanted: impl Fn(&ImportError) -> bool) -> (ErrorGroup, ErrorGroup) {
        let mut groups = (ErrorGroup(Vec::new()), ErrorGroup(Vec::new()));
        for failed in self.0 {
            let group = if wanted(&failed.error) { &mut groups.0 } else { &mut groups.1 };
            group.0.push(failed);
        }
        groups
    }
}

pub async fn import_all(depot: &Depot, files: &[String]) -> Result<Vec<Sighting>, ErrorGroup> {
    let imports = files.iter().map(async |file| {
        let imported = match depot.import(file).await {
            Err(error) if error.is_recoverable() => depot.import(file).await,
            ended => ended,
        };
        imported.map_err(|error| FileError { file: file.clone(), error })
    });
    let (imported, failed): (Vec<_>, Vec<_>) =
        join_all(imports).await.into_iter().partition(Result::is_ok);
    if failed.is_empty() {
        Ok(imported.into_iter().flatten().flatten().collect())
    } else {
        Err(ErrorGroup(failed.into_iter().filter_map(Result::err).collect()))
    }
}
