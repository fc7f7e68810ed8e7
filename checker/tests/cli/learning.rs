//! The way through an exercise: verdicts, hints, solutions, progress.

use crate::copy::{ANSWER, Copy};

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
fn after_a_failure_the_first_hint_is_about_its_kind() {
    let copy = Copy::new();
    copy.write(ANSWER, "pub async fn greet(ship: &str) -> String { std::process::exit(0) }\n");
    assert_eq!(copy.checker(&["run", "hello/greet"]).code, Some(1));

    let first = copy.checker(&["hint", "hello/greet"]).out;
    let second = copy.checker(&["hint", "hello/greet"]).out;

    assert!(first.starts_with("After your last run, left early\n"), "{first}");
    assert!(first.contains("3 more hints left"), "the ladder was not touched: {first}");
    assert!(second.contains("Nudge, hint 1 of 3"), "{second}");
}

#[test]
fn unaided_is_who_opened_neither_the_third_hint_nor_the_solution() {
    let copy = Copy::new();
    let solve = |name: &str| {
        let answer = copy.read(&format!("solutions/hello/src/{name}.rs"));
        copy.write(&format!("lessons/hello/src/{name}.rs"), &answer);
        copy.checker(&["run", &format!("hello/{name}")]).out
    };

    for _ in 0..2 {
        copy.checker(&["hint", "hello/greet"]);
    }
    assert!(solve("greet").lines().next().expect("a verdict").ends_with(", unaided"));
    copy.checker(&["solution", "hello/greet"]);
    let again = copy.checker(&["run", "hello/greet"]).out;
    assert!(again.lines().next().expect("a verdict").ends_with(", unaided"), "it stays so");
    for _ in 0..3 {
        copy.checker(&["hint", "hello/ring_bells"]);
    }
    assert!(!solve("ring_bells").contains("unaided"));
    let list = copy.checker(&["list", "--json"]).out;
    let list: serde_json::Value = serde_json::from_str(&list).expect("it is JSON");
    let unaided = list["exercises"].as_array().expect("a list").iter();
    assert_eq!(unaided.filter(|exercise| exercise["unaided"] == true).count(), 1);
}

#[test]
fn two_branches_that_met_lose_no_progress() {
    let copy = Copy::new();
    let conflict = "<<<<<<< ours\nhello/greet\tpassed\n=======\ngather/fetch_all\tpassed\n>>>>>>> theirs\nfrom a newer course\n";
    copy.write(".awaitlings/progress.tsv", conflict);
    copy.write("lessons/hello/src/ring_bells.rs", &copy.read("solutions/hello/src/ring_bells.rs"));

    assert_eq!(copy.checker(&["run", "hello/ring_bells"]).code, Some(0));

    let lines = "from a newer course\ngather/fetch_all\tpassed\nhello/greet\tpassed\nhello/ring_bells\tpassed\n";
    assert_eq!(copy.read(".awaitlings/progress.tsv"), lines);
}

#[test]
fn diff_and_timeline_stand_beside_the_reference() {
    let copy = Copy::new();
    let wrong = copy.read("solutions/gather/wrong/fetch_all/sequential.rs");
    copy.write("lessons/gather/src/fetch_all.rs", &wrong);

    let timeline = copy.checker(&["timeline", "gather/fetch_all"]);
    assert_eq!(timeline.code, Some(0), "{}", timeline.err);
    assert!(timeline.out.contains("\nyours\n"), "{}", timeline.out);
    assert!(timeline.out.contains("\nthe reference\n"), "{}", timeline.out);
    assert_eq!(copy.checker(&["diff", "gather/fetch_all"]).code, Some(2), "not passed yet");
    assert_eq!(copy.checker(&["timeline", "gather/mine"]).code, Some(2), "it has none");
    assert_eq!(copy.checker(&["timeline", "gather/who_is_first"]).code, Some(2), "the answer");

    copy.checker(&["solution", "gather/fetch_all", "--give-up"]);
    let diff = copy.checker(&["diff", "gather/fetch_all"]);
    assert_eq!(diff.code, Some(0), "{}", diff.err);
    assert!(diff.out.starts_with("--- lessons/gather/src/fetch_all.rs\n"), "{}", diff.out);
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
fn a_reset_of_everything_keeps_every_attempt() {
    let copy = Copy::new();
    let bells = "lessons/hello/src/ring_bells.rs";
    let stubs = [ANSWER, bells].map(|path| copy.read(path));
    for path in [ANSWER, bells] {
        copy.write(path, "// mine\n");
    }

    let nothing = copy.checker(&["reset"]);
    let all = copy.checker(&["reset", "--all"]);

    assert_eq!(nothing.code, Some(2), "what is to be reset must be said");
    assert_eq!(all.code, Some(0), "{}", all.err);
    assert_eq!([ANSWER, bells].map(|path| copy.read(path)), stubs);
    for name in ["greet", "ring_bells"] {
        assert_eq!(copy.read(&format!(".awaitlings/attempts/hello/{name}/1.rs")), "// mine\n");
    }
    assert_eq!(copy.checker(&["reset", "--all"]).out, "the course is as it was given\n");
}
