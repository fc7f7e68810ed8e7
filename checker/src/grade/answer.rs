//! The files that are graded: a learner's own, and the course's wrong and right ones.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::GradeError;

/// An answer to an exercise.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its file.
    pub file: PathBuf,
    pub(super) label: String,
    pub(super) is_saved_often: bool,
    /// Whether the line is to be found on which it is stuck.
    pub(super) wants_lines: bool,
}

impl Answer {
    /// The learner's own; a second checker may grade it too.
    pub(super) fn own(file: PathBuf, is_saved_often: bool) -> Answer {
        let label = format!("yours-{}", std::process::id());
        Answer { file, label, is_saved_often, wants_lines: true }
    }

    /// Any other file. Two that are graded at the same time need two labels.
    pub fn other(file: PathBuf, label: &str) -> Answer {
        let label = format!("{label}-{}", stem(&file));
        Answer { file, label, is_saved_often: false, wants_lines: true }
    }

    /// As [`Answer::other`], where the outcome alone counts: no line is looked for on which it is
    /// stuck, and it is not run once more for that.
    pub fn for_its_outcome(file: PathBuf, label: &str) -> Answer {
        Answer { wants_lines: false, ..Answer::other(file, label) }
    }
}

/// Reads an answer, if it is a file: a pipe in its place would never end.
pub(super) fn read(file: &Path) -> Result<Vec<u8>, GradeError> {
    let failed = |error| GradeError::Answer { file: file.to_owned(), error };
    if !fs::metadata(file).map_err(failed)?.is_file() {
        return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, "it is no file")));
    }
    fs::read(file).map_err(failed)
}

/// The Rust files of a folder, sorted; none if there is no such folder.
///
/// # Errors
///
/// If the folder is there and cannot be read.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, GradeError> {
    let failed = |error| GradeError::Answer { file: folder.to_owned(), error };
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = fs::read_dir(folder)
        .map_err(failed)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()
        .map_err(failed)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    Ok(files)
}

/// The name of a file without its ending.
pub fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
