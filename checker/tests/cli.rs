//! The program as its user meets it: in a copy of the course, with mistakes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
};

use checker::course::Course;
use tempfile::TempDir;

/// A copy of the course in a folder whose name has a space and a letter beyond ASCII.
struct Copy {
    _folder: TempDir,
    /// Copies in different places share a target folder and must not build at the same time.
    _turn: MutexGuard<'static, ()>,
    root: PathBuf,
}

static TURN: Mutex<()> = Mutex::new(());

impl Copy {
    fn new() -> Copy {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("mein kürs");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        copy(source, &root, source);
        // Whoever runs this may have solved a lesson already: the copy has the stubs.
        let course = Course::embedded().expect("the pack is whole");
        for path in course.pack().paths() {
            fs::write(root.join(path), course.pack().text(path).expect("it is there"))
                .expect("writable");
        }
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        Copy { _folder: folder, _turn: turn, root }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_checker"));
        // A target folder of the tests' own, kept between runs, so that tokio is built once.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("copies");
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target)
            .env_remove("NO_COLOR")
            .stdin(Stdio::null());
        command
    }

    #[track_caller]
    fn checker(&self, words: &[&str]) -> Seen {
        Seen::of(self.command().args(words).output().expect("the program starts"))
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root.join(path), text).expect("writable");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).expect("readable")
    }
}

/// What a run of the program showed.
struct Seen {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Seen {
    fn of(output: Output) -> Seen {
        let text = |bytes| String::from_utf8(bytes).expect("texts are UTF-8");
        Seen { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn copy(from: &Path, to: &Path, source: &Path) {
    fs::create_dir_all(to).expect("writable");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let is_left_out = [".git", ".awaitlings", "target"].iter().any(|left| name == *left)
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

const ANSWER: &str = "lessons/hello/src/greet.rs";
const STEPS: &str = "lessons/hello/tests/hello/greet.rs";

#[test]
fn from_the_stub_to_a_passed_exercise_and_back() {
    let copy = Copy::new();
    let stub = copy.read(ANSWER);

    let first = copy.checker(&["run", "hello/greet"]);
    assert_eq!(first.code, Some(1), "{}", first.err);
    assert!(first.out.starts_with("not yet: hello/greet: step_1"), "{}", first.out);

    let answer = copy.read("solutions/hello/src/greet.rs");
    copy.write(ANSWER, &answer);
    let second = copy.checker(&["run", "hello/greet"]);
    assert_eq!(second.code, Some(0), "{}{}", second.out, second.err);
    assert!(second.out.starts_with("passed: hello/greet, "), "{}", second.out);
    assert_eq!(copy.read(".awaitlings/progress.tsv"), "hello/greet\tpassed\n");

    let mistakes = copy.checker(&["mistakes", "hello/greet"]);
    assert!(mistakes.out.contains("nameless_ship\n  caught by: step_3_"), "{}", mistakes.out);
    assert_eq!(copy.checker(&["mistakes", "hello/ring_bells"]).code, Some(2), "not passed yet");

    let json = copy.checker(&["run", "hello/greet", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(json["schema"], "awaitlings/run/v1");
    assert_eq!(json["exercises"][0]["steps"][0]["outcome"], "passed");

    let reset = copy.checker(&["reset", "hello/greet"]);
    assert_eq!(reset.code, Some(0), "{}", reset.err);
    assert_eq!(copy.read(ANSWER), stub, "the stub is back");
    assert_eq!(copy.read(".awaitlings/attempts/hello/greet/1.rs"), answer, "the attempt is kept");
    assert_eq!(copy.read(".awaitlings/progress.tsv"), "");
}

#[test]
fn tests_that_the_learner_adds_are_run_too() {
    let copy = Copy::new();
    let mine = "lessons/hello/tests/hello/mine.rs";
    let own = copy.read("solutions/hello/tests/mine.rs");

    copy.write(mine, &own);
    let right = copy.checker(&["run", "hello/mine"]);
    assert_eq!(right.code, Some(0), "{}", right.out);

    copy.write(mine, &format!("{own}\n#[test]\nfn too_much() {{ assert_eq!(1, 2); }}\n"));
    let wrong = copy.checker(&["run", "hello/mine"]);
    assert_eq!(wrong.code, Some(1), "{}", wrong.out);
    assert!(wrong.out.contains("too_much"), "{}", wrong.out);
    assert!(wrong.out.contains("must pass on the reference solution"), "{}", wrong.out);
}

#[test]
fn the_doctor_says_what_is_there_and_what_to_do() {
    let copy = Copy::new();

    let well = copy.checker(&["doctor"]);
    assert_eq!(well.code, Some(0), "{}", well.out);
    assert!(well.out.contains("well       rustc          rustc 1."), "{}", well.out);

    // No folder can be in a file.
    let target = copy.root.join("Cargo.toml").join("target");
    let ill = copy.command().env("CARGO_TARGET_DIR", target).arg("doctor").output();
    let ill = Seen::of(ill.expect("the program starts"));
    assert_eq!(ill.code, Some(1), "{}", ill.out);
    assert!(ill.out.contains("look here  target folder  "), "{}", ill.out);
    assert!(ill.out.contains("set `CARGO_TARGET_DIR` to a folder"), "{}", ill.out);
}

#[test]
fn an_edited_or_deleted_test_changes_no_verdict_and_is_named() {
    let copy = Copy::new();
    copy.write(STEPS, "//! Nothing is tested here.\n");

    let edited = copy.checker(&["run", "hello/greet"]);
    assert_eq!(edited.code, Some(1));
    let notice = "note: `lessons/hello/tests/hello/greet.rs` was edited; the checker used its own \
                  copy. To restore it: `cargo checker reset hello --given`";
    assert!(edited.out.contains(notice), "{}", edited.out);

    fs::remove_file(copy.root.join(STEPS)).expect("it is there");
    let deleted = copy.checker(&["run", "hello/greet"]);
    assert!(deleted.out.contains("greet.rs` is missing; "), "{}{}", deleted.out, deleted.err);

    let restored = copy.checker(&["reset", "hello", "--given"]);
    assert_eq!(restored.out, "restored: `lessons/hello/tests/hello/greet.rs`\n");
    let after = copy.checker(&["run", "hello/greet"]);
    assert!(!after.out.contains("note:"), "{}", after.out);
}

#[test]
fn a_checkout_with_carriage_returns_is_not_called_edited() {
    let copy = Copy::new();
    for path in [STEPS, ANSWER, "lessons/hello/lesson.toml", "lessons/hello/tests/hello/main.rs"] {
        let text = copy.read(path).replace('\n', "\r\n");
        copy.write(path, &text);
    }

    let seen = copy.checker(&["run", "hello/greet"]);

    assert_eq!(seen.code, Some(1), "{}", seen.err);
    assert!(!seen.out.contains("note:"), "{}", seen.out);
}

#[test]
fn a_stub_that_does_not_compile_shows_the_compilers_words() {
    let copy = Copy::new();
    copy.write(ANSWER, "pub async fn greet(ship: &str) -> String { ship }\n");

    let seen = copy.checker(&["run", "hello/greet"]);

    assert_eq!(seen.code, Some(1));
    assert!(seen.out.starts_with("not yet: hello/greet does not compile\n"), "{}", seen.out);
    assert!(seen.out.contains("error[E0308]: mismatched types"), "{}", seen.out);
    assert!(seen.out.contains("lessons/hello/src/greet.rs:1:"), "{}", seen.out);
}

#[test]
fn a_missing_answer_says_what_to_type() {
    let copy = Copy::new();
    fs::remove_file(copy.root.join(ANSWER)).expect("it is there");

    let seen = copy.checker(&["run", "hello/greet"]);

    assert_eq!(seen.code, Some(3));
    assert!(seen.err.contains("greet.rs` is not there"), "{}", seen.err);
    assert!(seen.err.contains("cargo checker reset hello/greet"), "{}", seen.err);
    assert_eq!(copy.checker(&["reset", "hello/greet"]).code, Some(0));
    assert_eq!(copy.checker(&["run", "hello/greet"]).code, Some(1));
}

#[test]
fn unknown_names_get_the_nearest_ones() {
    let copy = Copy::new();
    for words in [["run", "gahter"], ["hint", "gahter"], ["reset", "gahter"], ["verify", "gahter"]]
    {
        let seen = copy.checker(&words);
        assert_eq!(seen.code, Some(2), "{words:?}");
        assert!(seen.err.contains("did you mean `gather`?"), "{words:?}: {}", seen.err);
        assert_eq!(seen.out, "", "{words:?}");
    }
    assert_eq!(copy.checker(&["no-such-verb"]).code, Some(2));
    assert_eq!(copy.checker(&["hint", "gather"]).code, Some(2), "a lesson has no one hint");
}

#[test]
fn without_a_terminal_it_says_where_you_stand_and_ends() {
    let copy = Copy::new();

    let seen = copy.checker(&[]);

    assert_eq!(seen.code, Some(0), "{}", seen.err);
    insta::assert_snapshot!(seen.out.replace('\\', "/"));
}

#[test]
fn hints_come_one_at_a_time_and_later_moves_on() {
    let copy = Copy::new();

    assert!(copy.checker(&["hint", "hello/greet"]).out.starts_with("Nudge, hint 1 of 3\n"));
    assert!(copy.checker(&["hint", "hello/greet"]).out.contains("Approach, hint 2 of 3\n"));
    assert!(copy.checker(&["hint", "hello/greet"]).out.contains("Almost there, hint 3 of 3\n"));
    let next = copy.checker(&["next"]).out;
    assert!(next.trim_end().ends_with("nothing_happens.rs"), "{next}");
    let later = copy.checker(&["later"]).out;
    assert!(later.contains("put off: hello/nothing_happens"), "{later}");
    assert_ne!(copy.checker(&["next"]).out, next);
}

#[test]
fn a_solution_is_shown_after_giving_up_only() {
    let copy = Copy::new();

    let refused = copy.checker(&["solution", "hello/greet"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("--give-up"), "{}", refused.err);

    let shown = copy.checker(&["solution", "hello/greet", "--give-up"]);
    assert_eq!(shown.code, Some(0));
    assert_eq!(shown.out, copy.read("solutions/hello/src/greet.rs"));
    assert!(copy.checker(&["list"]).out.contains("given up"));
}

#[test]
fn no_color_reaches_a_pipe_and_always_forces_it() {
    let copy = Copy::new();

    assert!(!copy.checker(&["list"]).out.contains('\u{1b}'));
    assert!(copy.checker(&["list", "--color", "always"]).out.contains('\u{1b}'));
    let no_terminal = copy.command().arg("list").env_remove("TERM").output().expect("it starts");
    assert!(!Seen::of(no_terminal).out.contains('\u{1b}'));
}

#[test]
fn outside_of_the_course_it_says_where_to_go() {
    let copy = Copy::new();
    let elsewhere = tempfile::tempdir().expect("a folder");

    let output = copy.command().current_dir(elsewhere.path()).arg("list").output();
    let seen = Seen::of(output.expect("it starts"));

    assert_eq!(seen.code, Some(2));
    assert!(seen.err.contains("is not inside a copy of the course"), "{}", seen.err);
}

#[test]
fn without_cargo_it_says_how_to_get_it() {
    let copy = Copy::new();
    let target = tempfile::tempdir().expect("a folder");

    let output = copy
        .command()
        .args(["run", "hello/greet"])
        .env("PATH", "")
        .env("CARGO_TARGET_DIR", target.path())
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .output();
    let seen = Seen::of(output.expect("it starts"));

    assert_eq!(seen.code, Some(3), "{}", seen.out);
    assert!(seen.err.contains("was not found: install Rust"), "{}", seen.err);
}

#[test]
fn where_nothing_can_be_written_it_says_what_to_set() {
    let copy = Copy::new();
    // A file where a folder must be made stops everybody, the system's owner included.
    copy.write("in the way", "");

    let output = copy
        .command()
        .args(["run", "hello/greet"])
        .env("CARGO_TARGET_DIR", copy.root.join("in the way"))
        .output();
    let seen = Seen::of(output.expect("it starts"));

    assert_eq!(seen.code, Some(3), "{}", seen.out);
    assert!(seen.err.contains("set `CARGO_TARGET_DIR` to a folder"), "{}", seen.err);
}

#[test]
fn a_reset_that_cannot_keep_the_attempt_leaves_it_where_it_is() {
    let copy = Copy::new();
    copy.write(ANSWER, "// an hour of work\n");
    fs::create_dir(copy.root.join(".awaitlings")).expect("writable");
    copy.write(".awaitlings/attempts", "in the way");

    let seen = copy.checker(&["reset", "hello/greet"]);

    assert_eq!(seen.code, Some(3), "{}", seen.out);
    assert!(seen.err.contains("could not be restored and is as it was"), "{}", seen.err);
    assert_eq!(copy.read(ANSWER), "// an hour of work\n");
}

#[test]
fn progress_that_is_no_folder_is_named() {
    let copy = Copy::new();
    copy.write(".awaitlings", "");

    let seen = copy.checker(&["list"]);

    assert_eq!(seen.code, Some(3));
    assert!(seen.err.contains("`.awaitlings` cannot be read"), "{}", seen.err);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    let copy = Copy::new();
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);

    let output = copy.command().arg("list").stdout(writer).output().expect("it starts");

    let seen = Seen::of(output);
    assert_eq!(seen.code, Some(0));
    assert_eq!(seen.err, "");
}
