//! The attacks, each with what it wants and with the verdict it gets.

use crate::course::{ANSWER, KIT, Verdict};

/// Changes of a learner's copy of the course.
pub struct Attack {
    pub name: &'static str,
    /// The files that are written.
    pub files: Vec<(String, String)>,
    /// The variables that are set.
    pub environment: Vec<(&'static str, &'static str)>,
    /// What it gets without the checker.
    pub gain: Gain,
    /// What it gets with the checker.
    pub verdict: Verdict,
}

/// What an attack gets of an ordinary test under plain `cargo test`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gain {
    /// Exit code 0.
    Pass,
    /// This text on standard output.
    Claim(&'static str),
    /// It never ends.
    Hang,
    /// The result of a test beside it is lost.
    Silence,
    /// A process with this argument is left.
    Survivor(&'static str),
}

impl Attack {
    /// No change at all.
    pub fn none() -> Attack {
        Attack {
            name: "nothing",
            files: Vec::new(),
            environment: Vec::new(),
            gain: Gain::Pass,
            verdict: Verdict::Passed,
        }
    }

    /// Another file is changed, too.
    fn and(mut self, path: &str, text: &str) -> Attack {
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }
}

pub fn attacks() -> Vec<Attack> {
    [of_the_process(), of_its_neighbors(), of_the_machine(), of_the_build(), of_the_foundation()]
        .into_iter()
        .flatten()
        .collect()
}

/// A body of `greet` that is wrong, or does more than it should.
fn body(name: &'static str, body: &str, gain: Gain, verdict: Verdict) -> Attack {
    file(name, &format!("pub async fn greet(ship: &str) -> String {{\n{body}\n}}\n"), gain, verdict)
}

fn file(name: &'static str, text: &str, gain: Gain, verdict: Verdict) -> Attack {
    let files = vec![(ANSWER.to_owned(), text.to_owned())];
    Attack { name, files, environment: Vec::new(), gain, verdict }
}

/// The line that makes it right.
const RIGHT: &str = r#"format!("Ahoy, {}!", if ship.is_empty() { "stranger" } else { ship })"#;
/// A wrong answer, for attacks that come from elsewhere.
const WRONG: &str = "pub async fn greet(ship: &str) -> String { ship.to_owned() }\n";

/// They end the process well before a test can fail.
fn of_the_process() -> Vec<Attack> {
    let early = || Verdict::Ended("left_early");
    vec![
        body("exits with 0", "let _ = ship; std::process::exit(0)", Gain::Pass, early()),
        body(
            "exits with 0 in a task",
            "let _ = ship; tokio::spawn(async { std::process::exit(0) }).await.unwrap()",
            Gain::Pass,
            early(),
        ),
        body(
            "exits with 0 in a thread",
            "let _ = ship; std::thread::spawn(|| std::process::exit(0)).join().unwrap()",
            Gain::Pass,
            early(),
        ),
        body(
            "exits with 0 at the first panic",
            "std::panic::set_hook(Box::new(|_| std::process::exit(0))); ship.to_owned()",
            Gain::Pass,
            early(),
        ),
        body(
            "writes a result and exits",
            "let _ = ship; println!(\"test result: ok. 9 passed; 0 failed\"); std::process::exit(0)",
            Gain::Pass,
            early(),
        ),
        body(
            "writes a result and is wrong",
            r#"use std::io::Write;
            writeln!(std::io::stdout(), "\ntest result: ok. 9 passed; 0 failed\n").unwrap();
            ship.to_owned()"#,
            Gain::Claim("test result: ok. 9 passed"),
            Verdict::Ended("wrong_answer"),
        ),
        body(
            "forges the checker's report",
            r#"if let Ok(report) = std::env::var("AWAITLINGS_REPORT") {
                let report_text = r#"{"schema":"awaitlings/report/v1","nonce":"0","outcome":"passed",
                    "message":"","place":null,"trace":{"end":0,"calls":[],"marks":[]}}"@;
                std::fs::write(report, report_text).unwrap();
            }
            let _ = ship;
            std::process::exit(0)"#.replace("r#\"{", "r##\"{").replace("}\"@", "}\"##").as_str(),
            Gain::Pass,
            early(),
        ),
        body(
            "reads the checker's number first",
            r#"let mut number = String::new();
            std::io::stdin().read_line(&mut number).unwrap();
            if let Ok(report) = std::env::var("AWAITLINGS_REPORT") {
                std::fs::write(report, number).unwrap();
            }
            let _ = ship;
            std::process::exit(0)"#,
            Gain::Pass,
            early(),
        ),
    ]
}

/// They take the results of other tests with them.
fn of_its_neighbors() -> Vec<Attack> {
    let crashed = || Verdict::Ended("crashed");
    vec![
        body("aborts", "let _ = ship; std::process::abort()", Gain::Silence, crashed()),
        file(
            "overflows the stack",
            "#[expect(unconditional_recursion)]\n\
             fn deeper(n: u64) -> u64 { std::hint::black_box(deeper(n + 1) + 1) }\n\
             pub async fn greet(ship: &str) -> String { format!(\"{ship}{}\", deeper(0)) }\n",
            Gain::Silence,
            crashed(),
        ),
        body(
            "goes to another folder",
            &format!("std::env::set_current_dir(\"/\").unwrap();\n{RIGHT}"),
            Gain::Silence,
            Verdict::Passed,
        ),
        body(
            "never yields",
            "let _ = ship; loop { std::hint::spin_loop() }",
            Gain::Hang,
            Verdict::Ended("busy"),
        ),
        body(
            "yields for ever",
            "let _ = ship; loop { tokio::task::yield_now().await }",
            Gain::Hang,
            Verdict::Ended("busy"),
        ),
        body(
            "waits for itself",
            "let _ = ship; let lock = tokio::sync::Mutex::new(());\n\
             let _first = lock.lock().await; let _second = lock.lock().await; String::new()",
            Gain::Hang,
            Verdict::Ended("deadlock"),
        ),
        body(
            "parks the thread",
            "let _ = ship; loop { std::thread::park() }",
            Gain::Hang,
            Verdict::Ended("blocked"),
        ),
        body(
            "loses a panic in a task",
            &format!(
                "tokio::spawn(async {{ panic!(\"nobody looks\") }});\n\
                 tokio::task::yield_now().await;\n{RIGHT}"
            ),
            Gain::Pass,
            Verdict::Ended("detached_panic"),
        ),
        body(
            "loses a panic in a thread",
            &format!(
                "let other = std::thread::spawn(|| panic!(\"nobody looks\"));\n\
                 let _ = tokio::task::spawn_blocking(|| other.join().is_err()).await;\n{RIGHT}"
            ),
            Gain::Pass,
            Verdict::Ended("detached_panic"),
        ),
        body(
            "leaves a task behind",
            &format!("tokio::spawn(std::future::pending::<()>());\n{RIGHT}"),
            Gain::Pass,
            Verdict::Ended("leaked_tasks"),
        ),
    ]
}

/// They take more than their share, or stay.
fn of_the_machine() -> Vec<Attack> {
    vec![
        body(
            "writes 8 MiB",
            &format!(
                "use std::io::Write;\n\
                 for _ in 0..8 {{ std::io::stderr().write_all(&[b'x'; 1 << 20]).unwrap(); }}\n{RIGHT}"
            ),
            Gain::Pass,
            Verdict::Ended("flooded"),
        ),
        body(
            "writes a file of 100 MB",
            &format!("std::fs::write(\"big\", vec![1; 100_000_000]).unwrap();\n{RIGHT}"),
            Gain::Pass,
            Verdict::Ended("flooded"),
        ),
        body(
            "takes 1.5 GB of memory",
            &format!("std::hint::black_box(Vec::<u8>::with_capacity(1_500_000_000));\n{RIGHT}"),
            Gain::Pass,
            Verdict::Ended("memory"),
        ),
        body(
            "opens 600 files",
            &format!(
                "let open = |_| std::fs::File::open(\"/dev/null\").unwrap();\n\
                 std::hint::black_box((0..600).map(open).collect::<Vec<_>>());\n{RIGHT}"
            ),
            Gain::Pass,
            Verdict::Ended("panicked"),
        ),
        body(
            "leaves a process",
            &format!(
                "std::process::Command::new(\"sleep\").arg(\"98.7651\").spawn().unwrap();\n{RIGHT}"
            ),
            Gain::Survivor("98.7651"),
            Verdict::Passed,
        ),
        body(
            "leaves a process in a session of its own",
            &format!(
                "std::process::Command::new(\"setsid\").args([\"sleep\", \"98.7652\"])\n\
                 .spawn().unwrap();\nlet wait = || std::thread::sleep(std::time::Duration::from_millis(100));\n\
                 tokio::task::spawn_blocking(wait).await.unwrap();\n{RIGHT}"
            ),
            Gain::Survivor("98.7652"),
            Verdict::Passed,
        ),
    ]
}

/// They change what is built.
fn of_the_build() -> Vec<Attack> {
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
fn of_the_foundation() -> Vec<Attack> {
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
        },
    ]
}

/// Files that look strange and are right.
pub fn odd_but_right() -> Vec<(&'static str, Vec<u8>)> {
    let right = format!("pub async fn greet(ship: &str) -> String {{\n    {RIGHT}\n}}\n");
    vec![
        ("lines that end as on Windows", right.replace('\n', "\r\n").into_bytes()),
        ("a byte order mark", [b"\xef\xbb\xbf", right.as_bytes()].concat()),
        ("ten megabytes", format!("/*{}*/\n{right}", "much ado\n".repeat(1_111_111)).into_bytes()),
        (
            "tests of its own",
            format!("{right}#[cfg(test)]\nmod tests {{ #[test] fn no() {{ panic!() }} }}\n")
                .into_bytes(),
        ),
        (
            "a name like a macro's",
            format!("{right}macro_rules! assert_eq {{ ($($t:tt)*) => {{}} }}\n").into_bytes(),
        ),
    ]
}
