//! `mistakes`: the ways to get an exercise wrong, once it is passed or given up.

use std::{fmt::Write as _, fs, path::Path};

use super::{Form, Reply, Session, Trouble};
use crate::{
    course::Place,
    grade::{files_in, stem},
    report::json::{self, Mistake},
    text::{Tone, plural},
    variant::Header,
};

/// The plausible wrong answers to an exercise: which step catches each, and why people write it.
///
/// # Errors
///
/// If there is no such exercise, it is neither passed nor given up, or a file cannot be read.
pub fn mistakes(session: &Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let place = session.one_exercise(name)?;
    let id = place.id();
    session.refuse_if_open(place, "its mistakes")?;

    let files = files_in(&session.workspace.root().join(place.variants("wrong")))?;
    let mistakes: Vec<Mistake> = files.iter().map(|file| mistake(session, file)).collect();
    let text = match session.form {
        Form::Json => json::mistakes(&id, &mistakes),
        Form::Words => words(session, place, &mistakes),
    };
    Ok(Reply::of(text))
}

fn mistake(session: &Session, file: &Path) -> Mistake {
    let header = Header::parse(&fs::read_to_string(file).unwrap_or_default());
    let of = |key| header.get(key).unwrap_or("not told").to_owned();
    let shown = file.strip_prefix(session.workspace.root()).unwrap_or(file);
    Mistake {
        name: stem(file),
        caught_by: of("Rejected by"),
        why: of("Why people write it"),
        file: shown.to_string_lossy().replace('\\', "/"),
    }
}

fn words(session: &Session, place: Place<'_>, mistakes: &[Mistake]) -> String {
    let id = place.id();
    if mistakes.is_empty() {
        let subject = place.exercise.subject.as_deref().unwrap_or_default();
        let list = format!("cargo checker mistakes {}/{subject}", place.lesson.name);
        let list = session.color.paint(Tone::Pointer, &list);
        return format!("{id} is run on the wrong answers to another exercise: {list}\n");
    }
    let mut text = format!("{} to get {id} wrong:\n", plural(mistakes.len(), "way"));
    for Mistake { name, caught_by, why, file } in mistakes {
        let _ = writeln!(text, "\n{}", session.color.paint(Tone::Notice, name));
        let _ = writeln!(text, "  caught by: {caught_by}");
        let _ = writeln!(text, "  why people write it: {why}");
        let _ = writeln!(text, "  read: {}", session.color.paint(Tone::Pointer, file));
    }
    text
}
