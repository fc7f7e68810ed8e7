//! One call of the compiler for an answer and the steps that judge it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use super::{BuildError, Diagnostics, Toolchain};
use crate::{
    run::{Canceled, Limits, Status, run_process},
    workspace::Workspace,
};

/// What is compiled together.
#[derive(Debug, Clone)]
pub struct Sources<'a> {
    /// The crate under whose name the steps call the answer.
    pub lesson: &'a str,
    /// The module of the answer.
    pub exercise: &'a str,
    /// The answer.
    pub answer: PathBuf,
    /// The tests.
    pub steps: PathBuf,
    /// The path, relative to the root, that messages shall call the tests by.
    pub steps_shown_as: PathBuf,
    /// A name for this pair: two that are compiled at the same time need two.
    pub label: String,
    /// Whether the compiler's words may have color.
    pub has_color: bool,
    /// Whether this pair will be compiled again and again.
    pub is_saved_often: bool,
}

/// What the compiler made of it.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The test program, if there are no errors.
    pub program: Option<PathBuf>,
    /// Errors and warnings.
    pub diagnostics: Diagnostics,
}

/// How long the compiler may take for one answer.
const MOST_TIME: Duration = Duration::from_secs(120);
/// How many bytes it may say.
const MOST_OUTPUT: usize = 16 << 20;

/// Compiles an answer with its steps.
///
/// # Errors
///
/// If the compiler cannot be run. That the code does not compile is an answer, not an error.
pub fn compile(
    workspace: &Workspace,
    toolchain: &Toolchain,
    sources: &Sources<'_>,
    canceled: &Canceled,
) -> Result<Compiled, BuildError> {
    let folder = folder(workspace, &sources.label);
    let root = folder.join("root.rs");
    let program = folder.join(format!("{}{}", sources.exercise, std::env::consts::EXE_SUFFIX));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&root, root_of(sources)))
        .map_err(|error| BuildError::File { path: root.display().to_string(), error })?;

    let mut command = Command::new(&toolchain.rustc);
    command
        .args(["--edition", "2024", "--test", "--crate-name", sources.lesson])
        .args(["-C", "debuginfo=0", "-C", "embed-bitcode=no"])
        .args(["-D", "unused_must_use", "-F", "unsafe_code"])
        .arg(if sources.has_color {
            "--json=diagnostic-rendered-ansi"
        } else {
            "--json=unused-externs-silent"
        })
        .arg("--error-format=json")
        .arg(remap(workspace.root(), Path::new("")))
        .arg(remap(&sources.steps, &sources.steps_shown_as))
        .arg("-o")
        .arg(&program)
        .arg(&root)
        .current_dir(workspace.root())
        // insta asks for it at compile time.
        .env("CARGO_MANIFEST_DIR", workspace.root().join("lessons").join(sources.lesson));
    if cfg!(target_os = "linux") {
        // A quarter of the bytes to write; elsewhere it would start another program.
        command.args(["-C", "strip=debuginfo"]);
    }
    if sources.is_saved_often {
        // Worth its files only where the same answer comes back a little changed.
        // The compiler itself keeps two that run at the same time apart.
        let exercise = workspace.scratch().join("incremental").join(sources.exercise);
        command.arg(format!("-Cincremental={}", exercise.display()));
    } else {
        // All processors are busy with other answers: one unit each is the least work.
        command.args(["-C", "codegen-units=1"]);
    }
    for (name, library) in &toolchain.libraries {
        command.arg("--extern").arg(format!("{name}={}", library.display()));
        if let Some(folder) = library.parent() {
            command.arg("-L").arg(format!("dependency={}", folder.display()));
        }
    }

    let limits = Limits { wall: MOST_TIME, output: MOST_OUTPUT, kept: MOST_OUTPUT };
    let finished = run_process(&mut command, "", limits, canceled)
        .map_err(|error| BuildError::Tool { tool: toolchain.rustc.display().to_string(), error })?;
    let diagnostics = Diagnostics::parse(&finished.output);
    match finished.status {
        Status::Canceled => Err(BuildError::Canceled),
        Status::Overtime | Status::Flooded => Err(BuildError::CompilerStopped),
        Status::Ended(status) => {
            Ok(Compiled { program: status.success().then_some(program), diagnostics })
        }
    }
}

/// Where a pair is compiled.
pub fn folder(workspace: &Workspace, label: &str) -> PathBuf {
    workspace.scratch().join("build").join(label)
}

/// The three lines under which answer and steps are one crate.
fn root_of(sources: &Sources<'_>) -> String {
    format!(
        "extern crate self as {lesson};\n\
         #[path = {answer:?}] pub mod {exercise};\n\
         #[path = {steps:?}] mod steps;\n",
        lesson = sources.lesson,
        exercise = sources.exercise,
        answer = sources.answer,
        steps = sources.steps,
    )
}

/// Lets messages speak of `shown` where the compiler reads `real`.
fn remap(real: &Path, shown: &Path) -> String {
    let slash = if shown.as_os_str().is_empty() { std::path::MAIN_SEPARATOR_STR } else { "" };
    format!("--remap-path-prefix={}{slash}={}", real.display(), shown.display())
}
