//! `hint`: what helps after the last failure, then the exercise's own hints, one level at a time.

use std::fmt::Write as _;

use super::{Form, Message, Reply, Session, Trouble};
use crate::{
    course::LEVELS,
    progress::LastFailure,
    report::json::{self, Hint},
    text::{Tone, folded, plural},
};

/// What to think of after a failure of the last kind, when it has not been said yet; otherwise the
/// next unopened hint of the exercise, with those before it.
///
/// # Errors
///
/// If there is no such exercise.
pub fn hint(session: &mut Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let id = session.one_exercise(name)?.id();
    let place = course.places().find(|place| place.id() == id).expect("it was found before");

    let failure = session.progress.attempts(place).failure;
    let about_failure = failure.as_ref().and_then(|failure| failure.hint.as_deref());
    let is_new = about_failure.is_some() && failure.as_ref().is_some_and(|last| !last.is_hinted);
    let opened = session.progress.opened_hints(place);
    let level = if is_new { opened } else { (opened + 1).min(LEVELS.len()) };

    let mut hints = Vec::new();
    for (index, title) in LEVELS.iter().enumerate().take(level) {
        let text = place.lesson.hints.of(&place.exercise.name, index).ok_or_else(|| {
            Trouble::could_not_check(Message(format!("{id} has no hint `{title}`")))
        })?;
        hints.push(Hint { level: index + 1, title, text: text.to_owned() });
    }
    // A hint that could not be noted is shown again; no harm is done.
    let _ = if is_new {
        session.progress.hinted(place)
    } else {
        session.progress.open_hint(place, level)
    };
    let left = LEVELS.len() - level;
    Ok(Reply::of(match session.form {
        Form::Json => json::hint(&id, failure.as_ref(), &hints, left),
        Form::Words => words(session, &id, failure.as_ref(), &hints, left),
    }))
}

fn words(
    session: &Session,
    id: &str,
    failure: Option<&LastFailure>,
    hints: &[Hint],
    left: usize,
) -> String {
    let mut text = String::new();
    let about_failure = failure.and_then(|failure| failure.hint.as_deref());
    if let (Some(failure), Some(hint)) = (failure, about_failure) {
        let heading = format!("After your last run, {}", failure.kind.replace('_', " "));
        let heading = session.color.paint(Tone::Notice, &heading);
        let read = session.color.paint(Tone::Pointer, &failure.read);
        let _ = writeln!(text, "{heading}\n\n{}\n\nread: {read}\n", folded(hint));
    }
    for Hint { level, title, text: hint } in hints {
        let heading = format!("{title}, hint {level} of {}", LEVELS.len());
        let _ = writeln!(text, "{}\n\n{hint}\n", session.color.paint(Tone::Notice, &heading));
    }
    let after = match left {
        0 => format!("that was the last one: cargo checker solution {id} --give-up"),
        n => format!("{} left: cargo checker hint {id}", plural(n, "more hint")),
    };
    let _ = writeln!(text, "{after}");
    text
}
