//! Where the course lies.

use std::{io, path::Path};

/// The root of the copy of the course that `folder` lies in.
///
/// # Errors
///
/// If neither `folder` nor any folder above it is one.
pub fn course_above(folder: &Path) -> io::Result<&Path> {
    let is_course = |root: &&Path| {
        root.join("Cargo.toml").is_file()
            && root.join("lessons").is_dir()
            && root.join("checker").is_dir()
    };
    folder.ancestors().find(is_course).ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::NotFound,
            format!(
                "`{}` is not inside a copy of the course: change to the folder that holds \
                 `lessons`",
                folder.display()
            ),
        )
    })
}
