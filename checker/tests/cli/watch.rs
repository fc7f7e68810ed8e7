//! The watch screen: what its keys do, and that no save is lost.

use std::fs;

use crate::{
    copy::{ANSWER, Copy},
    screen::Screen,
};

/// Blocks the thread, which the kit recognizes after a second.
const SLOW: &str = "pub async fn greet(_ship: &str) -> String {\n    std::thread::sleep(std::time::Duration::from_secs(60));\n    String::new()\n}\n";

/// A screen that shows the verdict on `hello/greet`.
fn at_greet(copy: &Copy, columns: u16, rows: u16) -> Screen {
    let mut screen = Screen::open(copy, columns, rows, &[]);
    screen.wait_for("hello/nothing_happens is unanswered");
    screen.press("l/greet\r\r");
    screen.wait_for("not yet: hello/greet");
    screen
}

#[test]
fn from_the_stub_over_a_save_to_the_next_exercise() {
    let copy = Copy::new();
    let mut screen = at_greet(&copy, 80, 24);

    copy.write(ANSWER, &copy.read("solutions/hello/src/greet.rs"));
    let passed = screen.wait_for("passed: hello/greet");
    assert!(passed.starts_with("passed: hello/greet, 3 of 3 points, unaided"), "{passed}");
    assert!(passed.contains("n next"), "{passed}");
    assert!(passed.contains("1 of 52 core exercises"), "{passed}");

    screen.press("n");
    screen.wait_for("hello/nothing_happens is unanswered");
    screen.press("q");
    let (code, left) = screen.end();
    assert_eq!(code, 0);
    assert!(left.contains("current: hello/nothing_happens"), "{left}");
    assert_eq!(copy.read(".awaitlings/progress.tsv"), "hello/greet\tpassed\n");
}

#[test]
fn a_save_during_a_check_is_the_one_that_counts_and_keys_work_meanwhile() {
    let copy = Copy::new();
    let mut screen = at_greet(&copy, 80, 24);

    copy.write(ANSWER, SLOW);
    screen.wait_for("checking hello/greet");
    screen.press("?");
    screen.wait_for("all exercises, to search and to choose from");
    copy.write(ANSWER, &copy.read("solutions/hello/src/greet.rs"));

    screen.wait_for("passed: hello/greet");
}

#[test]
fn every_page_can_be_left_and_a_question_does_nothing_without_a_yes() {
    let copy = Copy::new();
    let attempt = copy.read(ANSWER) + "// mine\n";
    copy.write(ANSWER, &attempt);
    let mut screen = at_greet(&copy, 80, 24);
    let verdict = screen.text();

    for (key, seen) in [
        ("h", "Nudge, hint 1 of 3"),
        ("l", "Enter go there"),
        ("?", "keys"),
        ("s", "Show the solution?"),
        ("x", "Put the stub back?"),
    ] {
        screen.press(key);
        screen.wait_for(seen);
        screen.press("\x1b");
        screen.wait_until("the verdict", |text| *text == verdict);
    }
    assert_eq!(copy.read(ANSWER), attempt, "nothing was put back");

    screen.press("xy");
    screen.wait_for(".awaitlings/attempts/hello/greet/1.rs`");
    assert_eq!(copy.read(".awaitlings/attempts/hello/greet/1.rs"), attempt);
    screen.press("sy");
    screen.wait_for("greet`, solved");
    screen.press("d");
    screen.wait_for("--- lessons/hello/src/greet.rs");
    screen.press("m");
    screen.wait_for("to get hello/greet wrong");
}

#[test]
fn the_timeline_stands_beside_the_reference() {
    let copy = Copy::new();
    let mut screen = at_greet(&copy, 80, 40);
    let wrong = copy.read("solutions/gather/wrong/fetch_all/sequential.rs");
    copy.write("lessons/gather/src/fetch_all.rs", &wrong);

    screen.press("l/fetch_all\r\r");
    screen.wait_for("step_2_all_fetches_run_together failed");
    screen.press("t");

    let text = screen.wait_for("the reference\n");
    insta::assert_snapshot!(text.lines().take(16).collect::<Vec<_>>().join("\n"), @r"
    gather/fetch_all, step_2_all_fetches_run_together, in virtual time

    yours
          0         100       200       300 ms
      /a  ##########
      /b            ##########
      /c                      ##########
      at most 1 at once

    the reference
          0         100       200       300 ms
      /a  ##########
      /b  ##########
      /c  ##########
      at most 3 at once
    ");
}

#[test]
fn a_file_whose_events_do_not_come_through_is_looked_at() {
    let copy = Copy::new();
    // The system tells of a file in the folder it was written in, and this file is in two.
    let twin = copy.root.join("twin.rs");
    fs::hard_link(copy.root.join(ANSWER), &twin).expect("files may have two names");
    let screen = at_greet(&copy, 80, 24);

    fs::write(&twin, copy.read("solutions/hello/src/greet.rs")).expect("writable");

    screen.wait_for("passed: hello/greet");
    screen.wait_for("file events do not come through here");
}

#[test]
fn any_size_will_do_and_no_line_is_lost_behind_the_edge() {
    let copy = Copy::new();
    let mut screen = at_greet(&copy, 80, 24);

    for (columns, rows) in [(20, 6), (1, 1), (200, 60), (10, 3), (80, 24)] {
        screen.resize(columns, rows);
        screen.press("r");
    }
    screen.wait_for("not yet: hello/greet");
    screen.press("l");
    screen.wait_for("lines below)");
    screen.press("\x1b[F");
    screen.wait_for("> under_the_hood/block_on");
}

/// The program sees all that happened while it was stopped in one look.
#[cfg(unix)]
#[test]
fn a_key_and_a_new_size_that_come_at_once_are_both_heeded() {
    let copy = Copy::new();
    let mut screen = at_greet(&copy, 80, 24);
    let seen = screen.text();

    // A terminal that was small for a moment has lost what stood there.
    screen.stopped(|screen| {
        screen.resize(1, 1);
        screen.resize(80, 24);
        screen.press("j");
    });
    screen.wait_until("what was there before", |text| text == seen);

    screen.stopped(|screen| {
        screen.press("l");
        screen.resize(80, 30);
    });
    screen.wait_until("the list on thirty rows", |text| {
        text.contains("> hello/greet") && text.lines().count() == 30
    });
}

#[test]
fn the_last_exercise_is_followed_by_none() {
    let copy = Copy::new();
    let course = checker::course::Course::embedded().expect("the pack is whole");
    let lines: String = course.places().map(|place| format!("{}\tpassed\n", place.id())).collect();
    copy.write(".awaitlings/progress.tsv", &lines);
    let mut screen = Screen::open(&copy, 80, 24, &[]);

    screen.wait_for("every exercise is passed");
    screen.press("hretvmdspx");
    screen.press("l");
    screen.wait_for("> hello/nothing_happens");
}

#[cfg(unix)]
#[test]
fn an_editor_gets_the_terminal_and_gives_it_back() {
    let copy = Copy::new();
    let script = copy.root.join("editor");
    fs::write(&script, "#!/bin/sh\necho \"editing $*\"\nread answer\n").expect("writable");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&script, mode).expect("it is ours");
    let editor = format!("\"{}\"", script.display());
    let solution = copy.root.join("solutions/hello/src/nothing_happens.rs");

    // An editor that saves the solution at once.
    let command = format!("cp \"{}\" \"{{file}}\"", solution.display());
    let mut screen = Screen::open(&copy, 80, 24, &["--edit-cmd", &command]);
    screen.wait_for("hello/nothing_happens is unanswered");
    screen.press("e");
    screen.wait_for("passed: hello/nothing_happens");
    screen.press("n");
    screen.wait_for("not yet: hello/greet");
    screen.press("q");
    assert_eq!(screen.end().0, 0);

    let mut screen = Screen::open_with(&copy, 80, 24, &[], &[("EDITOR", &editor)]);
    screen.wait_for("not yet: hello/greet");
    screen.press("e");
    screen.wait_for("editing ");
    screen.press("ql?\r");
    screen.wait_for("not yet: hello/greet");
    screen.press("q");
    assert_eq!(screen.end().0, 0, "the keys went to the editor");
}

#[cfg(unix)]
#[test]
fn a_request_to_end_leaves_the_terminal_as_it_was() {
    let copy = Copy::new();
    let screen = at_greet(&copy, 80, 24);

    screen.terminate();

    let (code, left) = screen.end();
    assert_eq!(code, 0);
    assert!(left.starts_with("passed: 0 of 11 lessons"), "{left}");
}
