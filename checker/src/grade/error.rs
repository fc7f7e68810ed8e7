//! Why an answer could not be graded.

use std::{error::Error, fmt, io, path::PathBuf};

use crate::build::BuildError;

/// What kept an answer from being graded. That it is wrong is none of these.
#[derive(Debug)]
pub enum GradeError {
    /// The tools failed.
    Build(BuildError),
    /// The learner's file is not there or cannot be read.
    Answer {
        /// The file.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The learner's own file is gone.
    Missing {
        /// The file, relative to the root.
        file: PathBuf,
        /// The exercise.
        exercise: String,
    },
    /// A compiled program could not be run.
    Run(io::Error),
    /// What the steps stand on is not what was given.
    Foundation {
        /// The files and packages.
        strangers: Vec<String>,
    },
    /// It was stopped.
    Canceled,
}

impl From<BuildError> for GradeError {
    fn from(error: BuildError) -> GradeError {
        match error {
            BuildError::Canceled => GradeError::Canceled,
            error => GradeError::Build(error),
        }
    }
}

impl fmt::Display for GradeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GradeError::Build(error) => write!(f, "{error}"),
            GradeError::Answer { file, error } if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "`{}` is not there", file.display())
            }
            GradeError::Answer { file, .. } => write!(f, "`{}` cannot be read", file.display()),
            GradeError::Missing { file, exercise } => write!(
                f,
                "`{}` is not there; to get the stub back: `cargo checker reset {exercise}`",
                file.display()
            ),
            GradeError::Run(_) => f.write_str("the compiled steps could not be started"),
            GradeError::Foundation { strangers } => write!(
                f,
                "the steps stand on what was not given with this course, and a verdict would say \
                 little: {}; to have it as it was: `git checkout -- FILE`; if you work on the \
                 course itself: `cargo checker verify --write-pack`",
                strangers.iter().map(|file| format!("`{file}`")).collect::<Vec<_>>().join(", ")
            ),
            GradeError::Canceled => f.write_str("the check was stopped"),
        }
    }
}

impl Error for GradeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            GradeError::Build(error) => error.source(),
            GradeError::Answer { error, .. } if error.kind() == io::ErrorKind::NotFound => None,
            GradeError::Answer { error, .. } | GradeError::Run(error) => Some(error),
            GradeError::Missing { .. } | GradeError::Foundation { .. } | GradeError::Canceled => {
                None
            }
        }
    }
}
