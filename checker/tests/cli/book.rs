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

#[test]
fn errors_of_the_compiler_lead_to_the_book() {
    let copy = Copy::new();
    copy.write("lessons/hello/src/greet.rs", "pub async fn greet(ship: &str) -> String { 1 }\n");

    let verdict = copy.checker(&["run", "hello/greet"]);

    let led = "errors of the course, each explained: cargo checker book errors\n";
    assert!(verdict.out.contains(led), "{}", verdict.out);
}
