//! `hint`: the next hint, one level at a time.

use std::fmt::Write as _;

use super::{Message, Reply, Session, Trouble};
use crate::{
    course::LEVELS,
    text::{Tone, plural},
};

/// The next unopened hint of an exercise, with those before it.
///
/// # Errors
///
/// If there is no such exercise.
pub fn hint(session: &mut Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let id = session.one_exercise(name)?.id();
    let place = course.places().find(|place| place.id() == id).expect("it was found before");

    let level = (session.progress.opened_hints(place) + 1).min(LEVELS.len());
    let mut text = String::new();
    for (index, title) in LEVELS.iter().enumerate().take(level) {
        let hint = place.lesson.hints.of(&place.exercise.name, index).ok_or_else(|| {
            Trouble::could_not_check(Message(format!("{id} has no hint `{title}`")))
        })?;
        let heading = format!("{title}, hint {} of {}", index + 1, LEVELS.len());
        let _ = writeln!(text, "{}\n\n{hint}\n", session.color.paint(Tone::Notice, &heading));
    }
    let left = LEVELS.len() - level;
    let after = match left {
        0 => format!("that was the last one: cargo checker solution {id} --give-up"),
        n => format!("{} left: cargo checker hint {id}", plural(n, "more hint")),
    };
    let _ = writeln!(text, "{after}");
    // A hint that could not be noted is shown again; no harm is done.
    let _ = session.progress.open_hint(place, level);
    Ok(Reply::of(text))
}
