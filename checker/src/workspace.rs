//! Where things are on disk: the learner's copy of the course.

use std::{
    env, io,
    path::{Path, PathBuf},
};

use forms::course_above;

/// A copy of the course on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The copy that `folder` lies in.
    ///
    /// # Errors
    ///
    /// If neither `folder` nor any folder above it is one.
    pub fn above(folder: &Path) -> io::Result<Workspace> {
        let root = course_above(folder)?;
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |target| root.join(target));
        Ok(Workspace { root: root.to_owned(), target })
    }

    /// The folder that holds `lessons`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder that belongs to the checker alone and may be deleted at any time.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("awaitlings")
    }
}
