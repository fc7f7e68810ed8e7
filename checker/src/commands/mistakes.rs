//! `mistakes`: the ways to get an exercise wrong, once it is passed or given up.

use std::{fmt::Write as _, fs};

use super::{Message, Reply, Session, Trouble};
use crate::{
    grade::{files_in, stem},
    progress::Standing,
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
    if matches!(session.progress.standing(place), Standing::Open | Standing::Later) {
        return Err(Trouble::asked_wrongly(Message(format!(
            "{id} is not passed yet, and its mistakes would give it away"
        ))));
    }

    let files = files_in(&session.workspace.root().join(place.variants("wrong")))?;
    if files.is_empty() {
        return Ok(Reply::of(format!("{id} has no list of mistakes: its tests are your own\n")));
    }
    let mut text = format!("{} to get {id} wrong:\n", plural(files.len(), "way"));
    for file in files {
        let header = Header::parse(&fs::read_to_string(&file).unwrap_or_default());
        let of = |key| header.get(key).unwrap_or("not told");
        let shown = file.strip_prefix(session.workspace.root()).unwrap_or(&file);
        let shown = shown.to_string_lossy().replace('\\', "/");
        let _ = writeln!(text, "\n{}", session.color.paint(Tone::Notice, &stem(&file)));
        let _ = writeln!(text, "  caught by: {}", of("Rejected by"));
        let _ = writeln!(text, "  why people write it: {}", of("Why people write it"));
        let _ = writeln!(text, "  read: {}", session.color.paint(Tone::Pointer, &shown));
    }
    Ok(Reply::of(text))
}
