//! `next` prints the current exercise's file, `later` puts an exercise off.

use super::{Context, Message, Reply, Session, Trouble};
use crate::exit::Exit;

/// The path of the current exercise's file, for editors and shells.
pub fn next(session: &Session) -> Reply {
    match session.progress.current(&session.course) {
        Some(place) => {
            Reply::of(format!("{}\n", session.workspace.root().join(place.answer()).display()))
        }
        None => Reply { text: String::new(), exit: Exit::Passed },
    }
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
    if session.progress.standing(place) == crate::progress::Standing::Passed {
        return Err(Trouble::asked_wrongly(Message(format!("{id} is already passed"))));
    }
    session.progress.put_off(place).map_err(|error| {
        Trouble::could_not_check(Context::new(format!("{id} could not be put off"), error))
    })?;
    let next = match session.progress.current(&session.course) {
        Some(next) if next.id() != id => format!("current: {}\n", next.id()),
        _ => "nothing else is open: it stays the current one\n".to_owned(),
    };
    Ok(Reply::of(format!("put off: {id} comes back after the others\n{next}")))
}
