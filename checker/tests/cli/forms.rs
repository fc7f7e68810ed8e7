//! The forms of an answer: words with and without color, JSON, JUnit, scripts for shells.

use crate::copy::{ANSWER, Copy, Seen};

#[test]
fn every_verb_that_reports_answers_in_json_too() {
    let copy = Copy::new();
    copy.write(ANSWER, &copy.read("solutions/hello/src/greet.rs"));
    copy.checker(&["run", "hello/greet"]);

    for verb in [
        &["list"][..],
        &[],
        &["run", "hello/greet"],
        &["hint", "hello/greet"],
        &["timeline", "hello/ring_bells"],
        &["mistakes", "hello/greet"],
        &["solution", "hello/greet"],
        &["diff", "hello/greet"],
        &["next"],
        &["later"],
        &["doctor"],
        &["reset", "hello/greet"],
        &["reset", "hello", "--given"],
        &["run", "nowhere"],
    ] {
        let seen = copy.checker(&[verb, &["--json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&seen.out)
            .unwrap_or_else(|error| panic!("{verb:?}: {error}: {}{}", seen.out, seen.err));
        let schema = json["schema"].as_str().unwrap_or_default();
        assert!(schema.starts_with("awaitlings/") && schema.ends_with("/v1"), "{verb:?}: {schema}");
    }
}

#[test]
fn junit_holds_a_case_for_each_step_and_one_for_what_no_step_tells() {
    let copy = Copy::new();
    copy.write(ANSWER, "pub async fn greet(ship: &str) -> String { ship }\n");
    let file = copy.root.join("junit.xml");

    let seen = copy.checker(&["run", "hello", "--junit", &file.to_string_lossy()]);

    assert_eq!(seen.code, Some(1), "{}", seen.err);
    let xml = copy.read("junit.xml");
    assert!(
        xml.contains("<testcase classname=\"hello/greet\" name=\"the_answer_as_a_whole\">"),
        "{xml}"
    );
    assert!(xml.contains("<failure type=\"does_not_compile\""), "{xml}");
    assert!(xml.contains("name=\"step_1_"), "{xml}");
    assert!(!xml.contains('\u{1b}'), "{xml}");
    let nowhere = copy.checker(&["run", "hello/greet", "--junit", "no/such/folder/junit.xml"]);
    assert_eq!(nowhere.code, Some(3), "{}", nowhere.out);
}

#[test]
fn shells_are_offered_the_names_of_the_course() {
    let copy = Copy::new();

    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = copy.checker(&["completions", shell]);
        assert_eq!(script.code, Some(0), "{}", script.err);
        assert!(script.out.contains("timeline"), "{shell}: {}", script.out);
    }
    let bash = copy.checker(&["completions", "bash"]).out;
    assert!(bash.contains("gather/fetch_all"), "{bash}");
}

#[test]
fn the_doctor_says_what_is_there_and_what_to_do() {
    let copy = Copy::new();

    let well = copy.checker(&["doctor"]);
    assert_eq!(well.code, Some(0), "{}", well.out);
    assert!(well.out.contains("well       rustc           rustc 1."), "{}", well.out);

    // No folder can be in a file.
    let target = copy.root.join("Cargo.toml").join("target");
    let ill = copy.command().env("CARGO_TARGET_DIR", target).arg("doctor").output();
    let ill = Seen::of(ill.expect("the program starts"));
    assert_eq!(ill.code, Some(1), "{}", ill.out);
    assert!(ill.out.contains("look here  target folder  "), "{}", ill.out);
    assert!(ill.out.contains("set `CARGO_TARGET_DIR` to a folder"), "{}", ill.out);
}

#[test]
fn without_a_terminal_it_says_where_you_stand_and_ends() {
    let copy = Copy::new();

    let seen = copy.checker(&[]);

    assert_eq!(seen.code, Some(0), "{}", seen.err);
    insta::assert_snapshot!(seen.out.replace('\\', "/"));
}

#[test]
fn no_color_reaches_a_pipe_and_always_forces_it() {
    let copy = Copy::new();

    assert!(!copy.checker(&["list"]).out.contains('\u{1b}'));
    assert!(copy.checker(&["list", "--color", "always"]).out.contains('\u{1b}'));
    let no_terminal = copy.command().arg("list").env_remove("TERM").output().expect("it starts");
    assert!(!Seen::of(no_terminal).out.contains('\u{1b}'));
}
