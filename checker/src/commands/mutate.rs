//! `mutate`: the author's search for wrong answers that no step rejects, in words or JSON.

use std::fmt::Write as _;

use super::{Form, Reply, Session, Trouble};
use crate::{
    course::{Named, Place},
    exit::Exit,
    listener::Listener,
    mutate::{self, CLASSES, Portion, Result as Findings, Survivor},
    report::json,
    text::{Color, Tone, padded, plural, width},
};

/// Tries mutants of the solutions of an exercise, a lesson or the course.
///
/// # Errors
///
/// If there is no such exercise or lesson, or the tools fail.
pub fn mutate(
    session: &Session,
    name: Option<&str>,
    portion: Portion,
    listener: &dyn Listener,
) -> Result<Reply, Trouble> {
    let places: Vec<Place<'_>> = match name {
        None => session.course.places().collect(),
        Some(name) => match session.course.named(name).map_err(Trouble::asked_wrongly)? {
            Named::Lesson(lesson) => lesson.places().collect(),
            Named::Exercise(place) => vec![place],
        },
    };
    let findings = mutate::mutate(&session.grader(Color::Off), &places, portion, listener)?;
    let exit = if findings.is_passed() { Exit::Passed } else { Exit::NotYet };
    let text = match session.form {
        Form::Json => json::mutate(&findings),
        Form::Words => words(&findings, session.color),
    };
    Ok(Reply { text, exit })
}

fn words(findings: &Findings, color: Color) -> String {
    let mut text = String::new();
    let unknown: Vec<&Survivor> =
        findings.survivors.iter().filter(|survivor| survivor.why.is_none()).collect();
    let justified = findings.survivors.len() - unknown.len();
    let rejected: usize = findings.exercises.iter().map(|tally| tally.rejected).sum();
    let summary = format!(
        "{}: {rejected} rejected, {justified} justified",
        plural(findings.mutants(), "mutant")
    );
    let to_mend = unknown.len() + findings.problems.len();
    let _ = match findings.is_passed() {
        true => writeln!(text, "{} {summary}", color.paint(Tone::Good, "passed:")),
        false => {
            let headline = format!("not yet: {}", plural(to_mend, "problem"));
            writeln!(text, "{} in {summary}", color.paint(Tone::Bad, &headline))
        }
    };
    for problem in &findings.problems {
        let _ = writeln!(text, "  {}: {}", problem.place, problem.what);
    }
    for survivor in &unknown {
        text.push_str(&diff(survivor, color));
    }
    if !unknown.is_empty() {
        text.push_str(WHAT_NOW);
    }
    text.push_str(&table(findings));
    text
}

const WHAT_NOW: &str = "
Each of these needs a step that rejects it. If it is as right as the solution, `mutants.toml` beside
the solution's `src` says so: `[[mutant]]` with `exercise`, `class`, `where` (the lines marked `-`),
`becomes` (the lines marked `+`) and `why`.
";

/// A survivor as the lines that it changes.
fn diff(survivor: &Survivor, color: Color) -> String {
    let Survivor { class, file, line, before, after, .. } = survivor;
    let what = CLASSES.iter().find(|known| known.name == *class).map_or("", |class| class.what);
    let mut text = format!("\n{file}:{line}: {class}: {what}\n");
    let sides = [(before, "-", Tone::Bad), (after, "+", Tone::Good)];
    for (lines, sign, tone) in sides {
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(text, "{}", color.paint(tone, &format!("{sign} {line}")));
        }
    }
    text
}

fn table(findings: &Findings) -> String {
    let ids = findings.exercises.iter().map(|tally| width(&tally.exercise));
    let id_width = ids.max().unwrap_or_default();
    let mut text = String::from("\n");
    for tally in &findings.exercises {
        let _ = writeln!(
            text,
            "{}  {:>3} rejected of {:>3}, {:>2} did not compile",
            padded(&tally.exercise, id_width),
            tally.rejected,
            tally.mutants,
            tally.not_compiling
        );
    }
    text
}
