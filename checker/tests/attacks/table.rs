//! The attacks, each with what it wants and with the verdict it gets.

use crate::{
    build,
    course::{ANSWER, Verdict},
};

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
    pub fn and(mut self, path: &str, text: &str) -> Attack {
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }
}

pub fn attacks() -> Vec<Attack> {
    [
        of_the_process(),
        of_its_neighbors(),
        of_the_machine(),
        build::of_the_build(),
        build::of_the_foundation(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A body of `greet` that is wrong, or does more than it should.
pub fn body(name: &'static str, body: &str, gain: Gain, verdict: Verdict) -> Attack {
    file(name, &format!("pub async fn greet(ship: &str) -> String {{\n{body}\n}}\n"), gain, verdict)
}

/// A file in the place of the answer.
pub fn file(name: &'static str, text: &str, gain: Gain, verdict: Verdict) -> Attack {
    let files = vec![(ANSWER.to_owned(), text.to_owned())];
    Attack { name, files, environment: Vec::new(), gain, verdict }
}

/// The line that makes it right.
pub const RIGHT: &str = r#"format!("Ahoy, {}!", if ship.is_empty() { "stranger" } else { ship })"#;
/// A wrong answer, for attacks that come from elsewhere.
pub const WRONG: &str = "pub async fn greet(ship: &str) -> String { ship.to_owned() }\n";

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
        body(
            "exits with 3",
            "let _ = ship; std::process::exit(3)",
            Gain::Silence,
            Verdict::Ended("left_early"),
        ),
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
            "loses a panic in a task by a hook of its own",
            &format!(
                "std::panic::set_hook(Box::new(|_| {{}}));\n\
                 tokio::spawn(async {{ panic!(\"nobody looks\") }});\n\
                 tokio::task::yield_now().await;\n{RIGHT}"
            ),
            Gain::Pass,
            Verdict::Ended("panicked"),
        ),
        body(
            "leaves a thread behind",
            &format!("std::thread::spawn(|| loop {{ std::thread::park() }});\n{RIGHT}"),
            Gain::Pass,
            Verdict::Ended("leaked_tasks"),
        ),
        body(
            "reads a file",
            &format!("let _ = std::fs::read(\"/etc/hostname\");\n{RIGHT}"),
            Gain::Pass,
            Verdict::Ended("blocked"),
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
