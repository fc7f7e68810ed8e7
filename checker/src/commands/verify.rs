//! `verify`: the author's gate, in words or JSON.

use std::{fmt::Write as _, fs, path::Path};

use super::{Context, Form, Reply, Session, Trouble};
use crate::{
    course::{Lesson, Named, Pack},
    exit::Exit,
    listener::Listener,
    report::json,
    text::{Color, Tone, padded, plural, width},
    verify::{self, Kill, Result as Findings},
    workspace::Workspace,
};

/// Proves a lesson or the course.
///
/// # Errors
///
/// If there is no such lesson, or the tools fail.
pub fn verify(
    session: &Session,
    name: Option<&str>,
    listener: &dyn Listener,
) -> Result<Reply, Trouble> {
    let lessons: Vec<&Lesson> = match name {
        None => session.course.lessons.iter().collect(),
        Some(name) => match session.course.named(name).map_err(Trouble::asked_wrongly)? {
            Named::Lesson(lesson) => vec![lesson],
            Named::Exercise(place) => vec![place.lesson],
        },
    };
    let grader = session.grader(Color::Off);
    let findings = verify::verify(&grader, &lessons, listener)?;
    // The same once more as data, for whoever wants to compare; it may be deleted at any time.
    let _ = fs::write(session.workspace.scratch().join("verify.json"), json::verify(&findings));
    let exit = if findings.is_passed() { Exit::Passed } else { Exit::NotYet };
    let text = match session.form {
        Form::Json => json::verify(&findings),
        Form::Words => words(session, &findings),
    };
    Ok(Reply { text, exit })
}

/// Writes the pack anew from the tree that `folder` lies in; the pack at hand may be broken.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn write_pack(folder: &Path) -> Result<Reply, Trouble> {
    let workspace = Workspace::above(folder).map_err(Trouble::asked_wrongly)?;
    let failed = |doing: &str, error| Trouble::could_not_check(Context::new(doing, error));
    let pack = Pack::collect(workspace.root())
        .map_err(|error| failed("the given files could not be collected", error))?;
    let file = workspace.root().join("checker/course.pack");
    fs::write(file, pack.to_text())
        .map_err(|error| failed("`checker/course.pack` could not be written", error))?;
    let files = plural(pack.paths().count(), "file");
    Ok(Reply::of(format!("wrote `checker/course.pack`: {files}\n")))
}

fn words(session: &Session, findings: &Findings) -> String {
    let mut text = String::new();
    let counts = findings.counts;
    let summary = format!(
        "{}, {}: {} rejected, {} accepted, {} as listed",
        plural(counts.exercises, "exercise"),
        plural(counts.steps, "step"),
        plural(findings.kills.len(), "wrong answer"),
        plural(counts.right + counts.exercises, "right answer"),
        plural(counts.wont_compile, "compile error"),
    );
    if findings.is_passed() {
        let _ = writeln!(text, "{} {summary}", session.color.paint(Tone::Good, "passed:"));
    } else {
        let problems = plural(findings.problems.len(), "problem");
        let headline = session.color.paint(Tone::Bad, &format!("not yet: {problems}"));
        let _ = writeln!(text, "{headline} in {summary}");
        for problem in &findings.problems {
            let _ = writeln!(text, "  {}: {}", problem.place, problem.what);
        }
    }
    text.push_str(&kill_table(&findings.kills));
    text
}

/// Which step rejects which wrong answer; a star marks a step that is alone in it.
fn kill_table(kills: &[Kill]) -> String {
    let mut text = String::new();
    let mut exercise = "";
    let name_width = kills.iter().map(|kill| width(&kill.wrong_answer)).max().unwrap_or_default();
    let outcome_width = kills.iter().map(|kill| width(&kill.outcome)).max().unwrap_or_default();
    for kill in kills {
        if kill.exercise != exercise {
            exercise = &kill.exercise;
            let _ = writeln!(text, "\n{exercise}");
        }
        let steps: Vec<&str> = kill.rejected_by.iter().map(|step| short(step)).collect();
        let star = if steps.len() == 1 { "*" } else { " " };
        let _ = writeln!(
            text,
            "  {}  {}  {star} {}",
            padded(&kill.wrong_answer, name_width),
            padded(&kill.outcome, outcome_width),
            steps.join(" ")
        );
    }
    text
}

/// `step_2` of `step_2_all_fetches_run_together`.
fn short(step: &str) -> &str {
    let end = step.match_indices('_').nth(1).map_or(step.len(), |(index, _)| index);
    &step[..end]
}
