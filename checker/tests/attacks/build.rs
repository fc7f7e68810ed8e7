//! Attacks on what is built: the answer's package, and what the steps stand on.

use crate::{
    course::{KIT, Verdict},
    table::{Attack, Gain, RIGHT, WRONG, body, file},
};

/// They change what is built.
pub fn of_the_build() -> Vec<Attack> {
    let manifest = include_str!("../../../lessons/hello/Cargo.toml");
    let free = manifest.replace("[lints]\nworkspace = true\n", "");
    let wrong = || Verdict::Ended("wrong_answer");
    let wrong_answer = |name| file(name, WRONG, Gain::Pass, wrong());
    let plain = "lessons/hello/tests/hello/main.rs";
    let lesson = "lessons/hello/Cargo.toml";
    vec![
        file(
            "runs before `main`",
            "#[used]\n#[unsafe(link_section = \".init_array\")]\n\
             static EARLY: extern \"C\" fn() = { extern \"C\" fn early() { std::process::exit(0) } early };\n\
             pub async fn greet(ship: &str) -> String { ship.to_owned() }\n",
            Gain::Pass,
            Verdict::DoesNotCompile,
        )
        .and(lesson, &free),
        file(
            "sets a variable for everybody",
            &format!(
                "pub async fn greet(ship: &str) -> String {{\n\
                 unsafe {{ std::env::set_var(\"INSTA_FORCE_PASS\", \"1\") }};\n{RIGHT}\n}}\n"
            ),
            Gain::Pass,
            Verdict::DoesNotCompile,
        )
        .and(lesson, &free),
        file(
            "is equal to everything",
            "pub async fn greet(ship: &str) -> Liar { Liar(ship.to_owned()) }\n\
             #[derive(Debug)]\npub struct Liar(String);\n\
             impl PartialEq<&str> for Liar { fn eq(&self, _: &&str) -> bool { true } }\n\
             impl PartialEq<String> for Liar { fn eq(&self, _: &String) -> bool { true } }\n",
            Gain::Pass,
            Verdict::Changed,
        ),
        file(
            "calls a type of its own `String`",
            "pub async fn greet(ship: &str) -> String { String(ship.to_owned()) }\n\
             #[derive(Debug)]\npub struct String(std::string::String);\n\
             impl PartialEq<&str> for String { fn eq(&self, _: &&str) -> bool { true } }\n\
             impl PartialEq<std::string::String> for String {\n\
             fn eq(&self, _: &std::string::String) -> bool { true } }\n",
            Gain::Pass,
            Verdict::Changed,
        ),
        wrong_answer("has no tests").and(plain, "").and("lessons/hello/tests/hello/greet.rs", ""),
        wrong_answer("writes over the tests while it builds")
            .and("lessons/hello/build.rs", "fn main() { std::fs::write(\"tests/hello/main.rs\", \"\").unwrap() }")
            .and(lesson, &free),
        wrong_answer("has a library elsewhere")
            .and("lessons/hello/src/other.rs", &format!("pub mod greet {{ pub async fn greet(ship: &str) -> String {{ {RIGHT} }} }}"))
            .and(lesson, &free.replace("[lib]\n", "[lib]\npath = \"src/other.rs\"\n")),
        file(
            "has a package of its own",
            "pub async fn greet(ship: &str) -> String { helper::greet(ship) }\n",
            Gain::Pass,
            Verdict::DoesNotCompile,
        )
        .and(lesson, &free.replace("[dependencies]\n", "[dependencies]\nhelper = { path = \"helper\" }\n"))
        .and("lessons/hello/helper/Cargo.toml", "[package]\nname = \"helper\"\nversion = \"0.1.0\"\nedition = \"2024\"\n")
        .and("lessons/hello/helper/src/lib.rs", &format!("pub fn greet(ship: &str) -> String {{ {RIGHT} }}")),
        wrong_answer("has a `main` in the place of the tests")
            .and(plain, "fn main() {}\n")
            .and(lesson, &free.replace("path = \"tests/hello/main.rs\"\n", "path = \"tests/hello/main.rs\"\nharness = false\n")),
        wrong_answer("has its tests run by `true`").and(
            ".cargo/config.toml",
            "[target.'cfg(unix)']\nrunner = \"true\"\n",
        ),
        Attack {
            environment: vec![(
                concat!("CARGO_TARGET_", "X86_64_UNKNOWN_LINUX_GNU", "_RUNNER"),
                "true",
            )],
            ..wrong_answer("has its tests run by `true`, by a variable")
        },
        Attack {
            environment: vec![("INSTA_FORCE_PASS", "1")],
            ..wrong_answer("has its snapshots pass by force")
        }
        .and(plain, "#[tokio::test]\nasync fn fram() { insta::assert_snapshot!(hello::greet::greet(\"Fram\").await, @\"Ahoy, Fram!\"); }\n"),
    ]
}

/// What the steps stand on is changed: the verdict on such an answer is that there is none.
pub fn of_the_foundation() -> Vec<Attack> {
    let plain = "lessons/hello/tests/hello/main.rs";
    let refused = |name| file(name, WRONG, Gain::Pass, Verdict::NotChecked);
    let kit = include_str!("../../kit/src/run.rs");
    let mild = kit.replace(
        "if ending.outcome == Outcome::Passed {",
        "if true || ending.outcome == Outcome::Passed {",
    );
    assert_ne!(kit, mild, "the line to change is there");
    let manifest = include_str!("../../../Cargo.toml");
    let patch = "[patch.crates-io]\ninsta = { path = \"lessons/hello/insta\" }\n";
    let own_insta = |name| {
        // Cargo takes the place of a locked package by one of the same version only.
        let lock = include_str!("../../../Cargo.lock").replace('\r', "");
        let (_, version) = lock.split_once("name = \"insta\"\nversion = ").expect("it is locked");
        let version = version.lines().next().expect("a version");
        refused(name)
            .and(
                "lessons/hello/insta/Cargo.toml",
                &format!(
                    "[package]\nname = \"insta\"\nversion = {version}\nedition = \"2024\"\n\
                     [features]\nfilters = []\n[workspace]\n"
                ),
            )
            .and(
                "lessons/hello/insta/src/lib.rs",
                "#[macro_export]\nmacro_rules! assert_snapshot { ($($all:tt)*) => {} }\n",
            )
            .and(
                plain,
                "#[tokio::test]\nasync fn fram() {\n\
                 insta::assert_snapshot!(hello::greet::greet(\"Fram\").await, @\"Ahoy, Fram!\");\n}\n",
            )
    };
    vec![
        refused("has the kit pass everything").and(KIT, &mild).and(
            plain,
            "#[kit::test]\nasync fn fram() {\n\
             assert_eq!(hello::greet::greet(\"Fram\").await, \"Ahoy, Fram!\");\n}\n",
        ),
        own_insta("has a library replaced by the manifest")
            .and("Cargo.toml", &format!("{manifest}\n{patch}")),
        own_insta("has a library replaced by cargo's configuration")
            .and(".cargo/config.toml", patch),
        // The last one: for it, cargo builds everything anew.
        Attack {
            environment: vec![("RUSTFLAGS", "--cfg cheat")],
            ..body(
                "is another answer under a flag of the compiler",
                "#[cfg(cheat)] std::process::exit(0);\n#[cfg(not(cheat))] ship.to_owned()",
                Gain::Pass,
                Verdict::Ended("wrong_answer"),
            )
        }
        .and(".cargo/config.toml", CHEAP),
    ]
}

/// Cargo's configuration where all that is built is used once.
const CHEAP: &str = "[profile.dev]
debug = false
[profile.dev.package]
awaitlings-kit-probe.opt-level = 0
tokio.opt-level = 0
";
