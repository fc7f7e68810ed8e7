//! A panic in a thread that the code under test has started: told where the process runs one test
//! alone, as the checker's steps do, and charged to nobody where it runs several.

use std::{
    env,
    process::{Command, Stdio},
    thread,
};

const FIXTURE: &str = "a_thread_that_panics";

/// The fixture: `tell` below runs it in a process of its own and reads how it ended.
#[test]
fn a_thread_that_panics() {
    let test = kit::Test { name: "only_run::fixture", file: file!() };
    let body = || async {
        let _allowed = kit::allow_blocking();
        let thread = thread::spawn(|| panic!("overboard"));
        assert!(thread.join().is_err());
    };

    let text = kit::try_run(test, body).err().map(|found| found.message).unwrap_or_default();

    println!("ended: {text}.");
}

#[test]
fn a_panic_in_a_thread_is_not_lost() {
    let told = tell(&["--exact"]);

    assert!(told.contains("ended: a thread panicked and nobody noticed: overboard."), "{told}");
}

#[test]
fn a_process_of_several_tests_charges_it_to_nobody() {
    let told = tell(&[]);

    assert!(told.contains("ended: ."), "{told}");
}

/// What the fixture prints in a process with `more` arguments.
fn tell(more: &[&str]) -> String {
    let program = env::current_exe().expect("a test program has a path");
    let output = Command::new(program)
        .args([FIXTURE, "--nocapture"])
        .args(more)
        // To print a stack takes a loaded machine longer than a thread may be waited for.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .output()
        .expect("the test program starts");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
