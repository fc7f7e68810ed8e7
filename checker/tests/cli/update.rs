//! `update`, between two clones of the course.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::copy::{ANSWER, Copy, STEPS, Seen};

const BELLS: &str = "lessons/hello/src/ring_bells.rs";

/// A learner's copy and the course it follows.
struct Clones {
    learner: Copy,
    course: PathBuf,
    _folder: TempDir,
}

impl Clones {
    fn new() -> Clones {
        let learner = Copy::new();
        let folder = tempfile::tempdir().expect("a folder");
        let course = folder.path().join("course");
        git(&learner.root, &["init", "--quiet", "--initial-branch", "main"]);
        commit(&learner.root, "the course");
        let (from, to) = (learner.root.to_string_lossy(), course.to_string_lossy());
        git(folder.path(), &["clone", "--quiet", &from, &to]);
        git(&learner.root, &["remote", "add", "origin", &to]);
        git(&learner.root, &["fetch", "--quiet"]);
        git(&learner.root, &["branch", "--quiet", "--set-upstream-to", "origin/main"]);
        Clones { learner, course, _folder: folder }
    }

    /// Changes files of the course, each from one text to another, and publishes them.
    fn publish(&self, changes: &[(&str, &str, &str)]) {
        for (path, from, to) in changes {
            let file = self.course.join(path);
            let text = std::fs::read_to_string(&file).expect("readable");
            assert!(text.contains(from), "{path} has no `{from}`");
            std::fs::write(&file, text.replacen(from, to, 1)).expect("writable");
        }
        let mut pack = Command::new(env!("CARGO_BIN_EXE_checker"));
        pack.args(["verify", "--write-pack"]).current_dir(&self.course);
        assert!(pack.output().expect("it starts").status.success());
        commit(&self.course, "a newer course");
    }

    fn update(&self) -> Seen {
        Seen::of(quiet(self.learner.command().arg("update")).output().expect("it starts"))
    }
}

/// A git of nobody's own settings.
fn quiet(command: &mut Command) -> &mut Command {
    for (name, value) in [
        ("GIT_CONFIG_GLOBAL", "nowhere"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "A"),
        ("GIT_AUTHOR_EMAIL", "a@example.org"),
        ("GIT_COMMITTER_NAME", "A"),
        ("GIT_COMMITTER_EMAIL", "a@example.org"),
    ] {
        command.env(name, value);
    }
    command
}

#[track_caller]
fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    let output = quiet(command.args(arguments).current_dir(folder)).output().expect("git starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", message]);
}

#[test]
fn the_learners_work_is_in_its_place_and_what_changed_is_said() {
    let clones = Clones::new();
    let copy = &clones.learner;
    let answer = copy.read("solutions/hello/src/greet.rs");
    copy.write(ANSWER, &answer);
    assert_eq!(copy.checker(&["run", "hello/greet"]).code, Some(0));
    let bells = copy.read(BELLS) + "\n// mine\n";
    copy.write(BELLS, &bells);
    clones.publish(&[
        (STEPS, "//! ", "//! Newer: "),
        (ANSWER, "todo!", "todo! "),
        (BELLS, "//! ", "//! Newer: "),
    ]);

    let seen = clones.update();

    assert_eq!(seen.code, Some(0), "{}{}", seen.out, seen.err);
    insta::assert_snapshot!(seen.out, @"
    updated: 1 commit, your work is in its place
    changed stubs: hello/greet, hello/ring_bells
    changed steps: hello/greet
    you passed hello/greet before it changed; to check it once more: cargo checker run hello/greet
    the new stub is merged into your `lessons/hello/src/ring_bells.rs`
    `lessons/hello/src/greet.rs` is as you left it, but its stub is another: git show HEAD:lessons/hello/src/greet.rs
    ");
    assert_eq!(copy.read(ANSWER), answer, "both changed the same lines: the learner's stay");
    assert_eq!(
        copy.read(BELLS),
        bells.replacen("//! ", "//! Newer: ", 1),
        "both changes are there"
    );
    assert_eq!(copy.read(".awaitlings/attempts/hello/ring_bells/1.rs"), bells);
    assert!(copy.read(STEPS).starts_with("//! Newer: "));
    assert_eq!(copy.read(".awaitlings/progress.tsv"), "hello/greet\tpassed\n");
    assert_eq!(clones.update().out, "the course is up to date\n");
}

#[test]
fn where_git_refuses_everything_is_as_it_was() {
    let clones = Clones::new();
    let copy = &clones.learner;
    let bells = copy.read(BELLS) + "\n// mine\n";
    copy.write(BELLS, &bells);
    copy.write(STEPS, "//! Edited.\n");
    clones.publish(&[(STEPS, "//! ", "//! Newer: "), (BELLS, "//! ", "//! Newer: ")]);

    let edited = clones.update();
    assert_eq!(edited.code, Some(3), "{}", edited.out);
    assert!(edited.err.contains("your files are as they were"), "{}", edited.err);
    assert!(edited.err.contains(STEPS), "{}", edited.err);
    assert_eq!(copy.read(BELLS), bells);
    assert_eq!(copy.read(STEPS), "//! Edited.\n");

    // Work that was committed meets the change in a merge of git's own.
    commit(&copy.root, "my work");
    let committed = clones.update();
    assert_eq!(committed.code, Some(3), "{}", committed.out);
    assert!(committed.err.contains("CONFLICT"), "{}", committed.err);
    assert_eq!(copy.read(BELLS), bells);
    assert!(!copy.read(STEPS).contains("<<<<<<<"), "no marker stands in a file");
}

#[test]
fn a_copy_that_follows_no_other_is_told_so() {
    let copy = Copy::new();
    git(&copy.root, &["init", "--quiet"]);

    let seen = copy.checker(&["update"]);

    assert_eq!(seen.code, Some(2), "{}", seen.err);
    assert!(seen.err.contains("this copy follows no other"), "{}", seen.err);
}

#[test]
fn a_course_that_changed_since_the_last_visit_is_announced_once() {
    let copy = Copy::new();
    copy.checker(&["list"]);
    let memory = copy.read(".awaitlings/local/course.json");
    let mut json: serde_json::Value = serde_json::from_str(&memory).expect("it is JSON");
    json["hello/greet"]["steps"] = "older".into();
    json.as_object_mut().expect("a map").remove("hello/mine");
    copy.write(".awaitlings/local/course.json", &json.to_string());
    copy.write(".awaitlings/progress.tsv", "hello/greet\tpassed\n");

    let first = copy.checker(&["list"]);
    let second = copy.checker(&["list"]);

    insta::assert_snapshot!(first.err, @"
    the course has changed since your last visit
    new exercises: hello/mine
    changed steps: hello/greet
    you passed hello/greet before it changed; to check it once more: cargo checker run hello/greet
    ");
    assert_eq!(second.err, "");
}
