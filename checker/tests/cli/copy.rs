//! A copy of the course, and the program in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
};

use checker::course::Course;
use tempfile::TempDir;

/// The learner's file of the exercise that most tests are about.
pub const ANSWER: &str = "lessons/hello/src/greet.rs";
/// Its given steps.
pub const STEPS: &str = "lessons/hello/tests/hello/greet.rs";

/// A copy of the course in a folder whose name has a space and a letter beyond ASCII.
pub struct Copy {
    _folder: TempDir,
    /// Copies in different places share a target folder and must not build at the same time.
    _turn: MutexGuard<'static, ()>,
    pub root: PathBuf,
}

static TURN: Mutex<()> = Mutex::new(());

impl Copy {
    pub fn new() -> Copy {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("mein kürs");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        copy(source, &root, source);
        // Whoever runs this may have solved a lesson already: the copy has the stubs.
        let course = Course::embedded().expect("the pack is whole");
        // The manifest that the copy is built with is the one of the tree, also while it is edited.
        for path in course.pack().paths().filter(|path| path.starts_with("lessons/")) {
            fs::write(root.join(path), course.pack().text(path).expect("it is there"))
                .expect("writable");
        }
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        Copy { _folder: folder, _turn: turn, root }
    }

    /// A target folder of the tests' own, kept between runs, so that tokio is built once.
    pub fn target() -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("copies")
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_checker"));
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", Copy::target())
            .env_remove("NO_COLOR")
            .stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub fn checker(&self, words: &[&str]) -> Seen {
        Seen::of(self.command().args(words).output().expect("the program starts"))
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().expect("it has one")).expect("writable");
        fs::write(file, text).expect("writable");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("readable")
    }
}

/// What a run of the program showed.
pub struct Seen {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Seen {
    pub fn of(output: Output) -> Seen {
        let text = |bytes| String::from_utf8(bytes).expect("texts are UTF-8");
        Seen { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn copy(from: &Path, to: &Path, source: &Path) {
    fs::create_dir_all(to).expect("writable");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let is_left_out =
            [".git", ".awaitlings", "node_modules", "target"].iter().any(|left| name == *left)
                || path == source.join("book/build");
        if is_left_out {
            continue;
        } else if path.is_dir() {
            copy(&path, &to.join(name), source);
        } else {
            fs::copy(&path, to.join(name)).expect("writable");
        }
    }
}
