//! Answers that try to be passed without being right, or to outlive their check.
//!
//! Each one is tried twice in a copy of the course: with an ordinary test under plain `cargo test`,
//! where it gets what it wants, and with the checker, where it gets the verdict beside it. A
//! protection that is gone fails here; so does an attack that never was one.
//!
//! Some attacks need the confinement of processes, which the checker does not have yet: code that
//! reads the receipt's number out of `/proc/self/mem`, that includes the given tests, that talks to
//! the network. A changed checker says whatever it likes.

#![cfg(target_os = "linux")]

#[path = "attacks/build.rs"]
mod build;
#[path = "attacks/course.rs"]
mod course;
#[path = "cli/given.rs"]
mod given;
#[path = "attacks/table.rs"]
mod table;

use course::{Copy, Verdict};
use table::{Attack, Gain};

#[test]
fn every_attack_works_without_the_checker_and_not_with_it() {
    let copy = Copy::new();
    let mut surprises = Vec::new();
    for attack in table::attacks() {
        copy.restore();
        for (path, text) in &attack.files {
            copy.write(path, text);
        }
        let (gained, verdict) = (copy.gain_without_the_checker(&attack), copy.verdict(&attack));
        if !gained {
            surprises.push(format!("{}: gains nothing without the checker", attack.name));
        }
        if verdict != attack.verdict {
            surprises.push(format!("{}: {verdict:?} instead of {:?}", attack.name, attack.verdict));
        }
        if let Gain::Survivor(sign) = attack.gain
            && course::processes_with(sign) > 0
        {
            surprises.push(format!("{}: a process is left", attack.name));
            course::end_processes_with(sign);
        }
    }

    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[test]
fn what_is_odd_and_right_is_passed() {
    let copy = Copy::new();
    for (name, text) in table::odd_but_right() {
        copy.restore();
        copy.write_bytes(course::ANSWER, &text);

        let verdict = copy.verdict(&Attack::none());

        assert_eq!(verdict, Verdict::Passed, "{name}");
    }
}

#[test]
fn what_is_no_text_or_no_file_is_refused() {
    let copy = Copy::new();
    let answer = copy.root.join(course::ANSWER);

    copy.write_bytes(course::ANSWER, b"pub async fn greet(ship: &str) -> String { \xff\xfe }");
    assert_eq!(copy.verdict(&Attack::none()), Verdict::DoesNotCompile, "not UTF-8");
    copy.write_bytes(course::ANSWER, b"pub async fn greet\0(ship: &str) -> String { todo!() }");
    assert_eq!(copy.verdict(&Attack::none()), Verdict::DoesNotCompile, "a NUL byte");

    let right = copy.read("solutions/hello/src/greet.rs");
    copy.write(course::ANSWER, &format!("#![cfg(test)]\n{right}"));
    assert_eq!(copy.verdict(&Attack::none()), Verdict::Changed, "there for the checker only");

    std::fs::remove_file(&answer).expect("it is there");
    std::fs::create_dir(&answer).expect("a folder");
    assert_eq!(copy.verdict(&Attack::none()), Verdict::NotChecked, "a folder");
    std::fs::remove_dir(&answer).expect("it is there");
    let made = std::process::Command::new("mkfifo").arg(&answer).status().expect("it is installed");
    assert!(made.success());
    assert_eq!(copy.verdict(&Attack::none()), Verdict::NotChecked, "a pipe that nobody writes to");
}

#[test]
fn a_link_leads_nobody_out_of_the_course() {
    let copy = Copy::new();
    let answer = copy.root.join(course::ANSWER);
    let folder = tempfile::tempdir().expect("a folder");
    let outside = folder.path().join("outside.rs");
    let right = copy.read("solutions/hello/src/greet.rs");
    std::fs::write(&outside, &right).expect("writable");
    std::fs::remove_file(&answer).expect("it is there");
    std::os::unix::fs::symlink(&outside, &answer).expect("a link");

    assert_eq!(copy.verdict(&Attack::none()), Verdict::Passed, "the text counts, not its place");
    let reset = copy.checker(&["reset", "hello/greet"]);

    assert_eq!(reset.code, Some(0), "{}", reset.err);
    let after = std::fs::read_to_string(&outside).expect("it is still there");
    assert_eq!(after, right, "the file outside is as it was");
    assert!(copy.read(course::ANSWER).contains("todo!("), "the stub is back, as a file");
}
