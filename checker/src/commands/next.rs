//! `next` prints the current exercise's file, `later` puts an exercise off.

use super::{Context, Form, Message, Reply, Session, Trouble};
use crate::{progress::Standing, report::json};

/// The path of the current exercise's file, for editors and shells.
pub fn next(session: &Session) -> Reply {
    let current = session.progress.current(&session.course);
    let file = current.map(|place| session.workspace.root().join(place.answer()));
    Reply::of(match (session.form, file) {
        (Form::Json, file) => json::next(current.map(|place| place.id()), file),
        (Form::Words, Some(file)) => format!("{}\n", file.display()),
        (Form::Words, None) => String::new(),
    })
}

/// Puts an exercise off until the rest of the core is passed.
///
/// # Errors
///
/// If there is no such exercise, or the choice cannot be written down.
pub fn later(session: &mut Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let id = session.one_exercise(name)?.id();
    let place = course.places().find(|place| place.id() == id).expect("it was found before");
    if session.progress.standing(place) == Standing::Passed {
        return Err(Trouble::asked_wrongly(Message(format!("{id} is already passed"))));
    }
    session.progress.put_off(place).map_err(|error| {
        Trouble::could_not_check(Context::new(format!("{id} could not be put off"), error))
    })?;
    let current = session.progress.current(&session.course).map(|place| place.id());
    if session.form == Form::Json {
        return Ok(Reply::of(json::later(&id, current.as_deref())));
    }
    let next = match current {
        Some(next) if next != id => format!("current: {next}\n"),
        _ => "nothing else is open: it stays the current one\n".to_owned(),
    };
    Ok(Reply::of(format!("put off: {id} comes back after the others\n{next}")))
}
