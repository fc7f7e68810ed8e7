//! One call of the compiler for an answer and the steps that judge it.
//!
//! An answer that is a program of its own takes two: the program first, then the steps, which are
//! told where it is.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    BuildError, Diagnostics, Toolchain,
    made::{Made, Memory},
};
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
    /// Whether the answer is a program, not a module.
    pub is_program: bool,
    /// The tests.
    pub steps: PathBuf,
    /// The path, relative to the root, that messages shall call the tests by.
    pub steps_shown_as: PathBuf,
    /// A name for this pair: two that are compiled at the same time need two.
    pub label: String,
    /// Whether the compiler's words may have color.
    pub has_color: bool,
    /// Whether the program shall know its lines: it costs time, and only a stack needs them.
    pub has_lines: bool,
    /// What the code means by `tokio`.
    pub tokio: Tokio,
    /// Whether this pair will be compiled again and again.
    pub is_saved_often: bool,
}

/// What code means by `tokio` and `tokio_util`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokio {
    /// They themselves.
    Itself,
    /// The façades, under which schedules are explored and tasks are told one by one.
    Facade,
}

/// The names of the façades among a lesson's libraries, and what each stands for.
const FACADES: [(&str, &str); 2] = [("kit_tokio", "tokio"), ("kit_tokio_util", "tokio_util")];

/// What the compiler made of it.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The test program, if there are no errors.
    pub program: Option<PathBuf>,
    /// Errors and warnings.
    pub diagnostics: Diagnostics,
}

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
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&root, root_of(sources)))
        .map_err(|error| BuildError::File { path: root.display().to_string(), error })?;

    let program = |name: &str| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let steps = program(sources.exercise);
    let rustc = |kind| rustc(workspace, toolchain, sources, kind);
    // A save changes the file: what was made of it before is of no use.
    let is_remembered = !sources.is_saved_often;
    let run = |command: &mut Command, program: PathBuf, files: &[&Path]| {
        let memory = || Memory::of(command, &program, files, toolchain).ok();
        let memory = if is_remembered { memory() } else { None };
        run(command, program, memory, canceled)
    };
    if !sources.is_program {
        let mut command = rustc(CrateKind::Tests);
        command.arg("-o").arg(&steps).arg(&root);
        return run(&mut command, steps, &[&root, &sources.answer, &sources.steps]);
    }

    let answer = program(&format!("{}_program", sources.exercise));
    let mut command = rustc(CrateKind::Program);
    command.arg("-o").arg(&answer).arg(&sources.answer);
    let compiled = run(&mut command, answer.clone(), &[&sources.answer])?;
    if compiled.program.is_none() {
        return Ok(compiled);
    }
    let mut command = rustc(CrateKind::Tests);
    // What cargo tells an integration test of its package's programs.
    command.env(format!("CARGO_BIN_EXE_{}", sources.exercise), &answer);
    command.arg("-o").arg(&steps).arg(&root);
    let with_steps = run(&mut command, steps, &[&root, &sources.steps])?;
    // The given steps have no warnings that are the learner's business.
    let is_complete = with_steps.program.is_some();
    Ok(if is_complete { Compiled { program: with_steps.program, ..compiled } } else { with_steps })
}

/// What a call of the compiler is to make.
#[derive(Clone, Copy)]
enum CrateKind {
    /// A program that runs tests.
    Tests,
    /// The learner's own program.
    Program,
}

/// The compiler with all that holds for every answer.
fn rustc(
    workspace: &Workspace,
    toolchain: &Toolchain,
    sources: &Sources<'_>,
    kind: CrateKind,
) -> Command {
    let mut command = Command::new(&toolchain.rustc);
    match kind {
        CrateKind::Tests => command.args(["--test", "--crate-name", sources.lesson]),
        CrateKind::Program => command.args(["--crate-name", sources.exercise]),
    };
    command
        .args(["--edition", "2024"])
        .args(["-C", "embed-bitcode=no", "-C"])
        .arg(if sources.has_lines { "debuginfo=line-tables-only" } else { "debuginfo=0" })
        .args(["-D", "unused_must_use", "-F", "unsafe_code"])
        .arg(if sources.has_color {
            "--json=diagnostic-rendered-ansi"
        } else {
            "--json=unused-externs-silent"
        })
        .arg("--error-format=json")
        .arg(remap(workspace.root(), Path::new("")))
        .arg(remap(&sources.steps, &sources.steps_shown_as))
        .current_dir(workspace.root())
        // insta asks for it at compile time.
        .env("CARGO_MANIFEST_DIR", workspace.root().join("lessons").join(sources.lesson));
    if cfg!(target_os = "linux") && !sources.has_lines {
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
    if let Some(folder) = &toolchain.shared_std {
        command.args(["-C", "prefer-dynamic", "-C", "link-arg=-Xlinker", "-C", "link-arg=-rpath"]);
        command.args(["-C", "link-arg=-Xlinker"]);
        command.arg("-C").arg(format!("link-arg={}", folder.display()));
    }
    if sources.tokio == Tokio::Facade {
        // The attribute of the explored steps asks for it.
        command.env("KIT_EXPLORED", "1");
    }
    for (name, library) in &toolchain.libraries {
        let stands_for = FACADES.iter().find(|(facade, _)| facade == name).map(|(_, real)| *real);
        let has_facade = FACADES.iter().any(|(_, real)| real == name);
        let name = match (sources.tokio, stands_for) {
            (Tokio::Facade, None) if has_facade => continue,
            (Tokio::Itself, Some(_)) => continue,
            (_, Some(real)) => real,
            (_, None) => name.as_str(),
        };
        command.arg("--extern").arg(format!("{name}={}", library.display()));
        if let Some(folder) = library.parent() {
            command.arg("-L").arg(format!("dependency={}", folder.display()));
        }
    }
    command
}

fn run(
    command: &mut Command,
    program: PathBuf,
    memory: Option<Memory>,
    canceled: &Canceled,
) -> Result<Compiled, BuildError> {
    if let Some(Made { is_program, output, .. }) =
        memory.as_ref().and_then(|memory| memory.recall(&program))
    {
        let diagnostics = Diagnostics::parse(&output);
        return Ok(Compiled { program: is_program.then_some(program), diagnostics });
    }
    if let Some(memory) = &memory {
        memory.forget(&program);
    }
    let tool = command.get_program().to_string_lossy().into_owned();
    let finished = run_process(command, "", None, Limits::COMPILER, canceled)
        .map_err(|error| BuildError::Tool { tool, error })?;
    let diagnostics = Diagnostics::parse(&finished.output);
    if let (Status::Ended(status), Some(memory)) = (finished.status, memory)
        && (status.success() || !diagnostics.errors.is_empty())
    {
        memory.keep(status.success(), &finished.output);
    }
    match finished.status {
        Status::Canceled => Err(BuildError::Canceled),
        Status::Ended(status) if status.success() => {
            Ok(Compiled { program: Some(program), diagnostics })
        }
        Status::Overtime | Status::Flooded => {
            let diagnostics = Diagnostics::of_one(
                "the compiler came to no end over this file, and was stopped: is there a macro or \
                 a constant that never ends?",
            );
            Ok(Compiled { program: None, diagnostics })
        }
        Status::Ended(_) if diagnostics.errors.is_empty() => {
            let diagnostics = Diagnostics::of_one(&format!(
                "the compiler broke off over this file:\n{}",
                finished.output.trim_end()
            ));
            Ok(Compiled { program: None, diagnostics })
        }
        Status::Ended(_) => Ok(Compiled { program: None, diagnostics }),
    }
}

/// Where a pair is compiled.
pub fn folder(workspace: &Workspace, label: &str) -> PathBuf {
    workspace.scratch().join("build").join(label)
}

/// The few lines under which answer and steps are one crate.
fn root_of(sources: &Sources<'_>) -> String {
    let Sources { lesson, exercise, answer, steps, .. } = sources;
    if sources.is_program {
        return format!("#[path = {steps:?}] mod steps;\n");
    }
    format!(
        "extern crate self as {lesson};\n\
         #[path = {answer:?}] pub mod {exercise};\n\
         #[path = {steps:?}] mod steps;\n",
    )
}

/// Lets messages speak of `shown` where the compiler reads `real`.
fn remap(real: &Path, shown: &Path) -> String {
    let slash = if shown.as_os_str().is_empty() { std::path::MAIN_SEPARATOR_STR } else { "" };
    format!("--remap-path-prefix={}{slash}={}", real.display(), shown.display())
}
