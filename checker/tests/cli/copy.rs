//! A copy of the course, and the program in it.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use crate::given::Given;

/// The learner's file of the exercise that most tests are about.
pub const ANSWER: &str = "lessons/hello/src/greet.rs";
/// Its given steps.
pub const STEPS: &str = "lessons/hello/tests/hello/greet.rs";

/// The course where a learner has it.
pub struct Copy {
    pub root: PathBuf,
    _given: Given,
}

impl Copy {
    pub fn new() -> Copy {
        let given = Given::new();
        Copy { root: given.root.clone(), _given: given }
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_checker"));
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", Given::target())
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
