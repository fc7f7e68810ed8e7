//! A copy of the course that may be ruined.

use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::{
    given::Given,
    table::{Attack, Gain},
};

pub const ANSWER: &str = "lessons/hello/src/greet.rs";
/// The file of the kit that an attack changes.
pub const KIT: &str = "checker/kit/src/run.rs";
/// An attack that is said to hang does so beyond this: without it the tests take less than a second.
const PATIENCE_WITH_HANGING: Duration = Duration::from_secs(3);
/// For all others, which come to an end.
const PATIENCE: Duration = Duration::from_secs(120);

/// An ordinary test of the exercise, as somebody without the kit would write it, and a neighbor that
/// has nothing to do with it.
const PLAIN_TESTS: &str = r#"
#[tokio::test]
async fn the_fram_is_greeted() {
    assert_eq!(hello::greet::greet("Fram").await, "Ahoy, Fram!");
}

#[test]
fn neighbor() {
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(std::env::current_dir().unwrap(), std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
}
"#;

/// What the checker said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Passed,
    /// The first step that did not pass ended like this.
    Ended(&'static str),
    DoesNotCompile,
    /// The given signatures were changed.
    Changed,
    /// Exit code 3, and a sentence.
    NotChecked,
    /// Something else, in full.
    Other(String),
}

pub struct Copy {
    pub root: PathBuf,
    given: Given,
}

pub struct Seen {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Copy {
    pub fn new() -> Copy {
        let given = Given::new();
        Copy { root: given.root.clone(), given }
    }

    /// Puts the course back, with the plain tests in the place of the given ones, which the checker
    /// must not notice.
    pub fn restore(&self) {
        self.given.restore();
        self.write("lessons/hello/tests/hello/main.rs", PLAIN_TESTS);
    }

    pub fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    pub fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().expect("in a folder")).expect("writable");
        fs::write(path, bytes).expect("writable");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("readable")
    }

    pub fn checker(&self, words: &[&str]) -> Seen {
        self.run(Command::new(env!("CARGO_BIN_EXE_checker")).args(words), Duration::MAX)
            .expect("it ends")
    }

    /// What the checker says of the copy as it is.
    pub fn verdict(&self, attack: &Attack) -> Verdict {
        let mut command = Command::new(env!("CARGO_BIN_EXE_checker"));
        command.args(["run", "hello/greet", "--json"]).envs(attack.environment.iter().copied());
        let seen = self.run(&mut command, Duration::MAX).expect("it ends");
        let other = || Verdict::Other(format!("{:?}\n{}\n{}", seen.code, seen.out, seen.err));
        if seen.code == Some(3) {
            return Verdict::NotChecked;
        }
        let Ok(json) = serde_json::from_str::<serde_json::Value>(&seen.out) else { return other() };
        let exercise = &json["exercises"][0];
        if !exercise["compile_failure"].is_null() {
            return Verdict::DoesNotCompile;
        } else if exercise["changed_stub"].as_array().is_some_and(|changed| !changed.is_empty()) {
            return Verdict::Changed;
        } else if exercise["passed"] == true {
            return Verdict::Passed;
        }
        let steps = exercise["steps"].as_array().into_iter().flatten();
        let mut outcomes = steps.filter_map(|step| step["outcome"].as_str());
        let failed = outcomes.find(|outcome| *outcome != "passed");
        let known = ENDINGS.into_iter().find(|ending| failed == Some(ending));
        known.map_or_else(other, Verdict::Ended)
    }

    /// Whether the attack gets what it wants of an ordinary test and `cargo test`.
    pub fn gain_without_the_checker(&self, attack: &Attack) -> bool {
        let mut command = Command::new(env!("CARGO"));
        command
            .args(["test", "--package", "hello", "--", "--test-threads=2"])
            .envs(attack.environment.iter().copied());
        let built = self.run(
            Command::new(env!("CARGO"))
                .args(["test", "--no-run", "--package", "hello"])
                .envs(attack.environment.iter().copied()),
            Duration::MAX,
        );
        let hangs = attack.gain == Gain::Hang;
        let patience = if hangs { PATIENCE_WITH_HANGING } else { PATIENCE };
        let Some(seen) = self.run(&mut command, patience) else { return hangs };
        match attack.gain {
            Gain::Pass => seen.code == Some(0),
            Gain::Claim(text) => seen.out.contains(text),
            Gain::Hang => false,
            Gain::Silence => {
                built.is_some_and(|built| built.code == Some(0))
                    && !seen.out.contains("test neighbor ... ok")
            }
            Gain::Survivor(sign) => {
                let left = processes_with(sign);
                end_processes_with(sign);
                left > 0
            }
        }
    }

    /// Runs a command in the copy; `None` if it takes longer than `patience`.
    fn run(&self, command: &mut Command, patience: Duration) -> Option<Seen> {
        // Files, not pipes: a process that outlives its parent would hold a pipe open.
        let (out, err) =
            (tempfile::tempfile().expect("a file"), tempfile::tempfile().expect("a file"));
        let handle = |file: &File| Stdio::from(file.try_clone().expect("it is open"));
        let mut child = command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", Given::target())
            .env("CARGO_TERM_COLOR", "never")
            .stdin(Stdio::null())
            .stdout(handle(&out))
            .stderr(handle(&err))
            .process_group(0)
            .spawn()
            .expect("it starts");
        let start = Instant::now();
        loop {
            if let Some(status) = child.try_wait().expect("it is ours") {
                return Some(Seen { code: status.code(), out: text(out), err: text(err) });
            } else if start.elapsed() > patience {
                let group = Pid::from_child(&child);
                kill_process_group(group, Signal::KILL).expect("it is there");
                child.wait().expect("it is ours");
                return None;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// The beginning of what was written to a file.
fn text(mut file: File) -> String {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0)).expect("it is a file");
    file.take(1 << 20).read_to_end(&mut bytes).expect("readable");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// How many processes have this text in their arguments.
pub fn processes_with(sign: &str) -> usize {
    pids_with(sign).len()
}

pub fn end_processes_with(sign: &str) {
    for pid in pids_with(sign) {
        // It may end by itself meanwhile.
        let _ = kill_process(pid, Signal::KILL);
    }
}

fn pids_with(sign: &str) -> Vec<Pid> {
    let processes = fs::read_dir("/proc").expect("a Linux").flatten();
    let has_sign = |pid: &i32| {
        let arguments = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        arguments.split(|byte| *byte == 0).any(|argument| argument == sign.as_bytes())
    };
    processes
        .filter_map(|process| process.file_name().to_str()?.parse::<i32>().ok())
        .filter(has_sign)
        .filter_map(Pid::from_raw)
        .collect()
}

const ENDINGS: [&str; 14] = [
    "unfinished",
    "wrong_answer",
    "panicked",
    "deadlock",
    "endless",
    "blocked",
    "busy",
    "leaked_tasks",
    "detached_panic",
    "left_early",
    "crashed",
    "overtime",
    "flooded",
    "memory",
];
