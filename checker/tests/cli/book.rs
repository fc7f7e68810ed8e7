//! What the served book is told, and how the checker finds it.

use forms::Status;

use crate::copy::Copy;

#[test]
fn a_verdict_is_written_down_for_the_book() {
    let copy = Copy::new();
    let answer = copy.read("solutions/hello/src/ring_bells.rs");
    copy.write("lessons/hello/src/ring_bells.rs", &answer);

    copy.checker(&["run", "hello/greet"]);
    let of_stub = Status::read(&copy.root);
    copy.checker(&["run", "hello/ring_bells"]);
    let unserved = Status::read(&copy.root);
    copy.write("target/awaitlings/book.port", "1\n");
    copy.checker(&["run", "hello/ring_bells"]);
    let served = Status::read(&copy.root);

    let stub = &of_stub.exercises["hello/greet"];
    assert!(!stub.passed && stub.score == 0 && stub.points > 0 && stub.at > 0, "{stub:?}");
    assert_eq!(of_stub.last, None, "nothing ran that could be drawn");
    assert!(unserved.exercises["hello/ring_bells"].passed);
    assert_eq!(unserved.exercises.len(), 2, "the older verdict is still there");
    let last = unserved.last.expect("bells ring at their times");
    assert_eq!((last.exercise.as_str(), last.reference), ("hello/ring_bells", None));
    let last = served.last.expect("bells ring at their times");
    assert_eq!(last.reference, Some(last.yours), "the answer is the reference");
}

#[test]
fn the_run_of_a_prediction_is_not_shown() {
    let copy = Copy::new();
    copy.write("target/awaitlings/book.port", "1\n");

    copy.checker(&["run", "gather/who_is_first"]);

    let status = Status::read(&copy.root);
    assert!(status.exercises.contains_key("gather/who_is_first"));
    assert_eq!(status.last, None, "it would be the answer");
}

#[test]
fn a_book_that_nobody_serves_has_no_address() {
    let copy = Copy::new();
    // Left behind by a server that was killed: nobody listens on port 1.
    copy.write("target/awaitlings/book.port", "1\n");

    let left_behind = copy.checker(&["book", "--json"]);
    let no_page = copy.checker(&["book", "../secret"]);

    assert_eq!(left_behind.code, Some(2), "{}", left_behind.err);
    assert!(left_behind.err.contains("the book is not served"), "{}", left_behind.err);
    assert_eq!(no_page.code, Some(2), "{}", no_page.err);
    assert!(no_page.err.contains("`../secret` is no page of the book"), "{}", no_page.err);
}

/// With scripts of the shell in place of cargo and of a browser.
#[cfg(unix)]
mod with_scripts {
    use std::{
        fs,
        net::{Ipv4Addr, TcpListener},
        os::unix::fs::PermissionsExt,
        thread,
        time::{Duration, Instant},
    };

    use crate::copy::{Copy, Seen};

    /// What `checker` shows in `copy` where `script` is the only program, under the name `program`.
    #[track_caller]
    fn with_only(program: &str, script: &str, copy: &Copy, words: &[&str]) -> Seen {
        let file = format!("target/bin/{program}");
        copy.write(&file, &format!("#!/bin/sh\n{script}\n"));
        let file = copy.root.join(file);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
        let mut command = copy.command();
        command.args(words).env("PATH", file.parent().expect("it has one"));
        Seen::of(command.output().expect("the program starts"))
    }

    #[test]
    fn a_book_that_nobody_serves_is_served_and_opened_on_the_page() {
        let copy = Copy::new();
        let asked = "echo \"$PWD: cargo $*\"";

        let page = with_only("cargo", asked, &copy, &["book", "gather#watch"]);
        let first = with_only("cargo", asked, &copy, &["book"]);
        let unopened = with_only("cargo", asked, &copy, &["book", "gather", "--no-open"]);

        let serve = format!("{}: cargo run --quiet --package book -- serve", copy.root.display());
        assert_eq!(page.out, format!("{serve} --open en/gather.html#watch\n"), "{}", page.err);
        assert_eq!(first.out, format!("{serve} --open\n"), "{}", first.err);
        assert_eq!(unopened.out, format!("{serve}\n"), "{}", unopened.err);
        assert_eq!(page.code, Some(0), "{}", page.err);
    }

    #[test]
    fn a_server_that_cannot_serve_is_told_after_its_own_words() {
        let copy = Copy::new();
        let taken = "echo 'error: port 3377 is taken' >&2; exit 3";

        let seen = with_only("cargo", taken, &copy, &["book"]);

        assert_eq!(seen.code, Some(3), "{}", seen.err);
        let told = "error: port 3377 is taken\n\
                    error: the server of the book has ended: exit status: 3\n";
        assert!(seen.err.ends_with(told), "{}", seen.err);
    }

    #[test]
    fn a_book_that_is_served_is_opened_on_the_page() {
        let copy = Copy::new();
        let served = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = served.local_addr().expect("it has one").port();
        copy.write("target/awaitlings/book.port", &format!("{port}\n"));
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

        let seen = with_only(opener, "echo \"$1\" > opened", &copy, &["book", "gather"]);

        let address = format!("http://127.0.0.1:{port}/en/gather.html\n");
        assert_eq!(seen.code, Some(0), "{}", seen.err);
        assert!(seen.out.starts_with(&address), "{}", seen.out);
        assert!(seen.out.contains("opened in your browser"), "{}", seen.out);
        let began = Instant::now();
        let file = copy.root.join("opened");
        while fs::read_to_string(&file).unwrap_or_default() != address {
            assert!(began.elapsed() < Duration::from_secs(30), "the browser does not open it");
            thread::yield_now();
        }
    }
}

#[test]
fn errors_of_the_compiler_lead_to_the_book() {
    let copy = Copy::new();
    copy.write("lessons/hello/src/greet.rs", "pub async fn greet(ship: &str) -> String { 1 }\n");

    let verdict = copy.checker(&["run", "hello/greet"]);

    let led = "errors of the course, each explained: cargo checker book errors\n";
    assert!(verdict.out.contains(led), "{}", verdict.out);
}
