//! `diff`: the learner's file beside the reference, once the exercise is passed or given up.

use std::fs;

use similar::TextDiff;

use super::{Context, Form, Reply, Session, Trouble};
use crate::{
    grade::slashed,
    report::json,
    text::{Color, Tone},
};

/// What the reference solution of an exercise does differently, line by line.
///
/// # Errors
///
/// If there is no such exercise, it is neither passed nor given up, or a file cannot be read.
pub fn diff(session: &Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let place = session.one_exercise(name)?;
    session.refuse_if_open(place, "its solution")?;

    let read = |path: &std::path::Path| {
        fs::read_to_string(session.workspace.root().join(path)).map_err(|error| {
            let doing = format!("`{}` cannot be read", path.display());
            Trouble::could_not_check(Context::new(doing, error))
        })
    };
    let (yours, reference) = (place.answer(), place.solution());
    let (before, after) = (read(&yours)?, read(&reference)?);
    let (yours, reference) = (slashed(&yours), slashed(&reference));
    let diff = TextDiff::from_lines(before.as_str(), after.as_str());
    let diff = diff.unified_diff().header(&yours, &reference).to_string();
    Ok(Reply::of(match session.form {
        Form::Json => json::diff(&place.id(), &yours, &reference, &diff),
        Form::Words if diff.is_empty() => "your file is the reference, to the letter\n".to_owned(),
        Form::Words => diff.lines().map(|line| painted(line, session.color) + "\n").collect(),
    }))
}

fn painted(line: &str, color: Color) -> String {
    let tone = match line.chars().next() {
        Some('+') => Tone::Good,
        Some('-') => Tone::Bad,
        Some('@') => Tone::Quiet,
        _ => return line.to_owned(),
    };
    color.paint(tone, line)
}
