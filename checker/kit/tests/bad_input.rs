//! Code under test that means no good, or knows no better: what the report says of it, and that there
//! is none of a process that did not live to write it.
//!
//! Each body runs in a process of its own, as the checker's steps do.
#![cfg(unix)]

#[path = "bad_input/bodies.rs"]
mod bodies;

use std::{
    env, fs,
    io::Write,
    os::unix::process::ExitStatusExt,
    process::{Command, ExitStatus, Stdio},
};

use trace::{Outcome, Report};

const BODY: &str = "KIT_TEST_BODY";
const NONCE: &str = "4711";
/// The exit code of a program with a test that failed.
const FAILED: Option<i32> = Some(101);

/// The fixture: in a process that names a body, it runs that.
#[test]
fn fixture() {
    if let Ok(name) = env::var(BODY) {
        bodies::run(&name);
    }
}

/// What became of a body: how its process ended, what it said, what it reported.
#[derive(Debug)]
struct Told {
    status: ExitStatus,
    words: String,
    report: Option<Report>,
}

fn told(body: &str) -> Told {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.json");
    let mut process = Command::new(env::current_exe().expect("a test program has a path"))
        .args(["fixture", "--exact", "--nocapture", "--test-threads=1"])
        .env(BODY, body)
        .env("AWAITLINGS_REPORT", &file)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the test program starts");
    let mut input = process.stdin.take().expect("it is piped");
    writeln!(input, "{NONCE}").expect("the fixture reads it");
    drop(input);
    let output = process.wait_with_output().expect("it ends");
    let words = [output.stdout, output.stderr].concat();
    Told {
        status: output.status,
        words: String::from_utf8_lossy(&words).into_owned(),
        report: fs::read_to_string(&file).ok().map(|text| {
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
        }),
    }
}

/// Asserts that the process of `body` lives on to report `outcome` in `words`.
#[track_caller]
fn assert_reported(body: &str, outcome: Outcome, words: &str) {
    let told = told(body);
    let Some(report) = &told.report else { panic!("no report: {told:?}") };
    let is_passed = outcome == Outcome::Passed;

    assert_eq!((report.nonce.as_str(), report.outcome), (NONCE, outcome), "{told:#?}");
    assert!(report.message.starts_with(words), "{}", report.message);
    assert_eq!(told.status.code(), if is_passed { Some(0) } else { FAILED }, "{told:#?}");
}

/// Asserts that the process of `body` ends as `is_end` says and reports nothing.
#[track_caller]
fn assert_not_reported(body: &str, is_end: impl Fn(ExitStatus) -> bool, words: &str) {
    let told = told(body);

    assert!(told.report.is_none(), "{told:#?}");
    assert!(is_end(told.status), "{told:#?}");
    assert!(told.words.contains(words), "{told:#?}");
}

#[test]
fn the_fixture_passes_a_body_that_is_well() {
    assert_reported("is well", Outcome::Passed, "");
}

#[test]
fn a_panic_is_reported_with_its_words() {
    assert_reported("panics", Outcome::WrongAnswer, "man overboard");
    assert_reported("panics with a number", Outcome::WrongAnswer, "a panic without a text");
    assert_reported("panics in a drop", Outcome::WrongAnswer, "man overboard");
}

#[test]
fn a_process_that_is_ended_reports_nothing() {
    assert_not_reported("exits", |status| status.code() == Some(0), "");
    assert_not_reported("exits with 3", |status| status.code() == Some(3), "");
    assert_not_reported("exits in a thread", |status| status.code() == Some(0), "");
    assert_not_reported("aborts", |status| status.signal() == Some(libc::SIGABRT), "");
    let panic_in_a_panic = "panic in a destructor during cleanup";
    let is_aborted = |status: ExitStatus| status.signal() == Some(libc::SIGABRT);
    assert_not_reported("panics in a panic", is_aborted, panic_in_a_panic);
}

#[test]
fn a_stack_that_overflows_ends_the_process_and_says_so() {
    let is_aborted = |status: ExitStatus| status.signal() == Some(libc::SIGABRT);
    assert_not_reported("recurses", is_aborted, "has overflowed its stack");
    assert_not_reported("recurses in polls", is_aborted, "has overflowed its stack");
}

#[cfg(target_os = "linux")]
#[test]
fn threads_that_outlive_the_test_are_told() {
    let left = "1 thread is still there after the test has ended: who stops it?";
    assert_reported("leaves a thread that sleeps", Outcome::LeakedTasks, left);
    assert_reported("leaves a thread that computes", Outcome::LeakedTasks, left);
    assert_reported("leaves a thread of the runtime", Outcome::LeakedTasks, left);
    assert_reported("leaves a thread that is about to end", Outcome::Passed, "");
}

#[test]
fn a_panic_in_a_thread_that_outlives_the_task_is_told() {
    let words = "a thread panicked and nobody noticed: man overboard";
    assert_reported("panics in a thread", Outcome::DetachedPanic, words);
}

#[test]
fn the_report_survives_closed_streams_and_is_not_written_over() {
    assert_reported("closes the streams", Outcome::Passed, "");
    assert_reported("closes the streams and is wrong", Outcome::WrongAnswer, "man overboard");
}

#[test]
fn the_report_survives_files_that_are_left_open() {
    assert_reported("leaves no room for a file", Outcome::Passed, "");
    assert_reported("leaves no room and is wrong", Outcome::WrongAnswer, "man overboard");
}

/// The runtime's own files are gone: what it says of that, or that it did not live, is told.
#[test]
fn closing_every_file_is_no_way_to_pass() {
    let told = told("closes every file");

    let passed = told.report.as_ref().is_some_and(|report| report.outcome == Outcome::Passed);
    assert!(!(passed && told.status.success()), "{told:#?}");
}

#[test]
fn a_hook_of_ones_own_hides_no_panic() {
    let words = "the panic hook was replaced";
    assert_reported("sets a hook", Outcome::Panicked, words);
    assert_reported("sets a hook and is wrong", Outcome::Panicked, "man overboard");
    assert_reported("sets a hook that calls the one before", Outcome::Passed, "");
    assert_reported("sets a hook and gives it back", Outcome::Passed, "");
}

#[test]
fn a_body_that_never_comes_back_is_given_up() {
    let held = if kit_probe::is_supported() { "blocked: " } else { "`fixture` is stuck: " };
    assert_reported("parks", Outcome::Blocked, held);
    assert_reported("sleeps in a loop", Outcome::Blocked, held);
    let stuck = "`fixture` is stuck: something waits ";
    assert_reported("sleeps in a loop and may", Outcome::Blocked, stuck);
    assert_reported("waits in a drop after the end", Outcome::Blocked, stuck);
}

#[cfg(target_os = "linux")]
#[test]
fn a_body_that_never_yields_is_given_up() {
    assert_reported("computes", Outcome::Busy, "`fixture` is stuck: something computes ");
    assert_reported("yields", Outcome::Busy, "`fixture` is stuck: something computes ");
}
