//! Measures the time from a save to the verdict, beside `cargo test -p gather fetch_all`.
//!
//! `cargo run --package checker --example save_to_verdict` works in a copy of the course under
//! `target/`; every save changes a token, both ways in turn, thirty times each.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use checker::{
    course::{Course, Named},
    grade::Grader,
    report,
    run::Canceled,
    text::Color,
    workspace::Workspace,
};

const SAVES: usize = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let root = source.join("target/save_to_verdict");
    if root.exists() {
        fs::remove_dir_all(root.join("lessons"))?;
    }
    copy(source, &root)?;

    let course = Course::embedded()?;
    let Named::Exercise(place) = course.named("gather/fetch_all")? else { unreachable!() };
    let file = root.join(place.answer());
    let answer = fs::read_to_string(root.join(place.solution()))?;
    let save =
        |number: usize| fs::write(&file, format!("{answer}\npub const SAVE: usize = {number};\n"));
    let workspace = Workspace::above(&root)?;
    let check = || {
        let grader = Grader {
            workspace: &workspace,
            course: &course,
            has_color: false,
            canceled: Canceled::default(),
        };
        let verdict = grader.grade(place, &()).expect("it can be graded");
        assert!(
            verdict.passed,
            "{}",
            report::verdict(&verdict, None, report::Detail::FirstFailure, Color::Off)
        );
    };
    let test = || {
        let status = Command::new("cargo")
            .args(["test", "--quiet", "--package", "gather", "fetch_all"])
            .current_dir(&root)
            .env("CARGO_TARGET_DIR", root.join("target"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.expect("cargo starts").success(), "the reference passes");
    };

    save(0)?;
    check();
    test();
    let (mut checks, mut tests) = (Vec::new(), Vec::new());
    for number in 0..SAVES {
        save(2 * number + 1)?;
        checks.push(timed(check));
        save(2 * number + 2)?;
        tests.push(timed(test));
    }
    println!("median of {SAVES} saves each, in turn:");
    println!("checker     {:>4} ms", median(checks).as_millis());
    println!("cargo test  {:>4} ms", median(tests).as_millis());
    Ok(())
}

fn timed(work: impl Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn copy(from: &Path, to: &PathBuf) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().expect("an entry has a name");
        if [".git", ".awaitlings", "target"].iter().any(|left| name == *left) {
            continue;
        } else if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
