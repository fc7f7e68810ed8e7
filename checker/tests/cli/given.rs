//! The course as it is given, in a folder that a test may ruin.
//!
//! The folder stays where it is, and only what another test has left there is put right: cargo knows
//! what it has built by path and time, and builds nothing anew. One test at a time has the folder,
//! whichever program it belongs to.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    path::{Path, PathBuf},
};

use checker::course::Course;

/// Its files, and the right to change them for as long as it lives.
pub struct Given {
    pub root: PathBuf,
    files: BTreeMap<PathBuf, Vec<u8>>,
    _turn: File,
}

impl Given {
    /// Waits until nobody else is there, and puts everything right.
    pub fn new() -> Given {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(place).expect("writable");
        let turn = wait_for_turn(&place.join("course.lock"));
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let mut files = BTreeMap::new();
        collect(source, Path::new(""), &mut files);
        // Whoever runs this may have solved a lesson already: here are the stubs.
        let course = Course::embedded().expect("the pack is whole");
        for path in course.pack().paths().filter(|path| path.starts_with("lessons/")) {
            let text = course.pack().text(path).expect("it is there");
            files.insert(path.into(), text.into());
        }
        // A space and a letter beyond ASCII are in many a learner's path.
        let given = Given { root: place.join("mein kürs"), files, _turn: turn };
        given.restore();
        given
    }

    /// A target folder of the tests' own, kept between runs, so that tokio is built once.
    pub fn target() -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("copies")
    }

    /// Removes what is not given, and writes what is not as it was given.
    pub fn restore(&self) {
        fs::create_dir_all(&self.root).expect("writable");
        self.remove_strangers(&self.root);
        for (path, bytes) in &self.files {
            let file = self.root.join(path);
            if fs::read(&file).is_ok_and(|there| there == *bytes) {
                continue;
            }
            fs::create_dir_all(file.parent().expect("in a folder")).expect("writable");
            fs::write(file, bytes).expect("writable");
        }
    }

    fn remove_strangers(&self, folder: &Path) {
        for entry in fs::read_dir(folder).expect("readable").flatten() {
            let path = entry.path();
            let kind = entry.file_type().expect("it is there");
            let given = path.strip_prefix(&self.root).expect("in the course");
            if kind.is_dir() && self.has_folder(given) {
                self.remove_strangers(&path);
            } else if kind.is_dir() {
                fs::remove_dir_all(&path).expect("removable");
            } else if !kind.is_file() || !self.files.contains_key(given) {
                // A link in the place of a file would be written through.
                fs::remove_file(&path).expect("removable");
            }
        }
    }

    fn has_folder(&self, folder: &Path) -> bool {
        // What is in a folder follows it at once in the order of paths.
        let next = self.files.range(folder.to_owned()..).next();
        next.is_some_and(|(path, _)| path.starts_with(folder))
    }
}

/// The files of the course in `folder`, by their paths from `root`.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(root.join(folder)).expect("readable").flatten() {
        let (path, name) = (folder.join(entry.file_name()), entry.file_name());
        let is_left_out =
            [".git", ".awaitlings", "node_modules", "target"].iter().any(|left| name == *left)
                || path == Path::new("book/build");
        if is_left_out {
            continue;
        } else if entry.path().is_dir() {
            collect(root, &path, files);
        } else {
            let bytes = fs::read(entry.path()).expect("readable");
            files.insert(path, bytes);
        }
    }
}

/// Waits until nobody has `file` locked, and locks it until it is closed.
#[cfg(unix)]
fn wait_for_turn(file: &Path) -> File {
    let file = OpenOptions::new().create(true).append(true).open(file).expect("writable");
    rustix::fs::flock(&file, rustix::fs::FlockOperation::LockExclusive).expect("it can be locked");
    file
}

#[cfg(windows)]
fn wait_for_turn(file: &Path) -> File {
    use std::{os::windows::fs::OpenOptionsExt, thread, time::Duration};
    /// Somebody else has it open.
    const SHARING_VIOLATION: i32 = 32;

    loop {
        // Open for one at a time.
        match OpenOptions::new().create(true).append(true).share_mode(0).open(file) {
            Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => {
                thread::sleep(Duration::from_millis(20));
            }
            opened => return opened.expect("writable"),
        }
    }
}
