//! Where the course lies that the book belongs to.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

/// The root of the copy of the course that `folder` lies in.
///
/// # Errors
///
/// If it lies in none.
pub fn above(folder: &Path) -> anyhow::Result<PathBuf> {
    let root = folder.ancestors().find(|root| root.join("book/book.toml").is_file());
    root.map(Path::to_owned).ok_or_else(|| {
        anyhow!(
            "`{}` is not inside a copy of the course: change to the folder that holds `book`",
            folder.display()
        )
    })
}
