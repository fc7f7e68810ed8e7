//! `mutate`: what an author sees of mutants that are rejected, that survive, and that may.

use crate::copy::Copy;

const SOLUTION: &str = "solutions/hello/src/greet.rs";
const LIST: &str = "solutions/hello/mutants.toml";

/// A solution with a line that nobody needs.
fn with_a_useless_line(copy: &Copy) {
    let solution = copy.read(SOLUTION);
    let line = "    let name = if";
    assert!(solution.contains(line), "{solution}");
    copy.write(SOLUTION, &solution.replace(line, &format!("    drop(ship.len());\n{line}")));
}

fn entry(class: &str) -> String {
    format!(
        "[[mutant]]\nexercise = \"greet\"\nclass = \"{class}\"\nwhere = \"drop(ship.len());\"\n\
         becomes = \"\"\nwhy = \"Nobody sees that a number is dropped.\"\n"
    )
}

#[test]
fn a_sample_is_rejected_and_counted() {
    let copy = Copy::new();

    let seen = copy.checker(&["mutate", "hello", "--sample", "4", "--json"]);

    assert_eq!(seen.code, Some(0), "{}{}", seen.out, seen.err);
    let json: serde_json::Value = serde_json::from_str(&seen.out).expect("it is JSON");
    assert_eq!(json["schema"], "awaitlings/mutate/v1");
    let tried = |exercise: &serde_json::Value| {
        ["mutants", "not_compiling"].map(|key| exercise[key].as_u64().expect("a number"))
    };
    let exercises = json["exercises"].as_array().expect("a list");
    let tried: Vec<u64> = exercises.iter().map(|exercise| tried(exercise).iter().sum()).collect();
    assert_eq!(tried, [2, 2], "four mutants are spread over two exercises");
}

#[test]
fn a_survivor_is_shown_until_it_is_justified() {
    let copy = Copy::new();
    with_a_useless_line(&copy);

    let unknown = copy.checker(&["mutate", "hello/greet"]);
    copy.write(LIST, &entry("drop_removed"));
    let justified = copy.checker(&["mutate", "hello/greet"]);

    assert_eq!(unknown.code, Some(1), "{}{}", unknown.out, unknown.err);
    let text: Vec<&str> = unknown.out.lines().take(4).collect();
    assert!(text[0].starts_with("not yet: 1 problem in "), "{}", unknown.out);
    insta::assert_snapshot!(text[2..].join("\n"), @r"
    solutions/hello/src/greet.rs:10: drop_removed: A `drop` is missing: the value lives to the end of its block.
    -     drop(ship.len());
    ");
    assert_eq!(justified.code, Some(0), "{}{}", justified.out, justified.err);
    assert!(justified.out.contains(" rejected, 1 justified\n"), "{}", justified.out);
}

#[test]
fn an_entry_without_a_survivor_is_to_be_removed() {
    let copy = Copy::new();
    copy.write(LIST, &entry("drop_removed"));

    let gone = copy.checker(&["mutate", "hello/greet", "--sample", "1"]);
    copy.write(LIST, &entry("no_class"));
    let unknown = copy.checker(&["mutate", "hello/greet", "--sample", "1"]);

    assert_eq!(gone.code, Some(1), "{}{}", gone.out, gone.err);
    let problem = "  solutions/hello/mutants.toml, greet: `drop_removed` at `drop(ship.len());` is no mutant: \
                   remove the entry\n";
    assert!(gone.out.contains(problem), "{}", gone.out);
    assert_eq!(unknown.code, Some(3), "{}{}", unknown.out, unknown.err);
    assert!(unknown.err.contains("there is no class `no_class`"), "{}", unknown.err);
}
