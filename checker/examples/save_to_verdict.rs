//! Measures the time from a save to the verdict, beside `cargo test -p gather fetch_all` and beside
//! one call of rustc for the same sources.
//!
//! `cargo run --package checker --example save_to_verdict` works in a copy of the course under
//! `target/`; every save changes a token, all ways in turn, thirty times each.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use checker::{
    build::Toolchain,
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
    let toolchain = Toolchain::of(&workspace, course.pack(), "gather", &())?;
    let compile = || compile_once(&toolchain, &root, &file);
    compile();
    let (mut checks, mut tests, mut compilations) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..SAVES {
        save(3 * number + 1)?;
        checks.push(timed(check));
        save(3 * number + 2)?;
        tests.push(timed(test));
        save(3 * number + 3)?;
        compilations.push(timed(compile));
    }
    println!("median of {SAVES} saves each, in turn:");
    println!("checker         {:>4} ms", median(checks).as_millis());
    println!("cargo test      {:>4} ms", median(tests).as_millis());
    println!("one rustc call  {:>4} ms", median(compilations).as_millis());
    Ok(())
}

/// One call of the compiler for the answer and its steps, with nothing but what it needs.
fn compile_once(toolchain: &Toolchain, root: &Path, answer: &Path) {
    let main = root.join("target/one_call.rs");
    let steps = root.join("lessons/gather/tests/gather/fetch_all.rs");
    let source = format!(
        "extern crate self as gather;\n#[path = {answer:?}] pub mod fetch_all;\n\
         #[path = {steps:?}] mod steps;\n"
    );
    fs::write(&main, source).expect("writable");
    let mut command = Command::new(&toolchain.rustc);
    command.args(["--test", "--edition", "2024", "--crate-name", "gather", "-o"]);
    command.arg(root.join("target/one_call")).arg(&main).current_dir(root);
    command.env("CARGO_MANIFEST_DIR", root.join("lessons/gather"));
    for (name, library) in &toolchain.libraries {
        let folder = library.parent().expect("a library lies in a folder");
        command.arg("--extern").arg(format!("{name}={}", library.display()));
        command.arg("-L").arg(format!("dependency={}", folder.display()));
    }
    let status = command.stderr(Stdio::null()).status();
    assert!(status.expect("the compiler starts").success(), "the reference compiles");
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
