//! What goes wrong at the learner's place, and what the program says then.

use std::fs;

use crate::copy::{ANSWER, Copy, STEPS, Seen};

#[test]
fn a_neighbour_that_does_not_compile_stops_nothing() {
    let copy = Copy::new();
    copy.write(ANSWER, &copy.read("solutions/hello/src/greet.rs"));
    copy.write("lessons/hello/src/ring_bells.rs", "this is no Rust {");
    copy.write("lessons/hello/src/lib.rs", "neither is this");

    let seen = copy.checker(&["run", "hello/greet"]);

    assert_eq!(seen.code, Some(0), "{}{}", seen.out, seen.err);
}

#[test]
fn a_save_that_keeps_length_and_time_is_seen() {
    let copy = Copy::new();
    let right = copy.read("solutions/hello/src/greet.rs");
    copy.write(ANSWER, &right);
    let file = fs::File::options().write(true).open(copy.root.join(ANSWER)).expect("it is there");
    let time = file.metadata().and_then(|meta| meta.modified()).expect("files have times");
    assert_eq!(copy.checker(&["run", "hello/greet"]).code, Some(0));

    let wrong = right.replace("Ahoy", "Ahoi");
    assert!(wrong != right && wrong.len() == right.len(), "only the text differs");
    copy.write(ANSWER, &wrong);
    file.set_modified(time).expect("the time can be set");

    assert_eq!(copy.checker(&["run", "hello/greet"]).code, Some(1), "{wrong}");
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
    for words in [
        ["run", "gahter"],
        ["hint", "gahter"],
        ["reset", "gahter"],
        ["verify", "gahter"],
        ["mutate", "gahter"],
    ] {
        let seen = copy.checker(&words);
        assert_eq!(seen.code, Some(2), "{words:?}");
        assert!(seen.err.contains("did you mean `gather`?"), "{words:?}: {}", seen.err);
        assert_eq!(seen.out, "", "{words:?}");
    }
    assert_eq!(copy.checker(&["no-such-verb"]).code, Some(2));
    assert_eq!(copy.checker(&["hint", "gather"]).code, Some(2), "a lesson has no one hint");
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
