//! `solution`: the reference, once the exercise is passed or given up.

use std::fs;

use super::{Context, Form, Message, Reply, Session, Trouble};
use crate::{grade::slashed, progress::Standing, report::json};

/// Whether the learner gives the exercise up to see its solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GiveUp {
    /// Yes; the exercise comes back once, later.
    Yes,
    /// No.
    No,
}

/// The reference solution of an exercise.
///
/// # Errors
///
/// If there is no such exercise, or it is neither passed nor given up.
pub fn solution(
    session: &mut Session,
    name: Option<&str>,
    give_up: GiveUp,
) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let id = session.one_exercise(name)?.id();
    let place = course.places().find(|place| place.id() == id).expect("it was found before");

    let standing = session.progress.standing(place);
    let is_open = matches!(standing, Standing::Open | Standing::Later);
    if is_open && give_up == GiveUp::No {
        return Err(Trouble::asked_wrongly(Message(format!(
            "{id} is not passed yet; to see its solution all the same: \
             cargo checker solution {id} --give-up"
        ))));
    }
    let path = place.solution();
    let text = fs::read_to_string(session.workspace.root().join(&path)).map_err(|error| {
        let doing = format!("`{}` cannot be read", path.display());
        Trouble::could_not_check(Context::new(doing, error))
    })?;
    if is_open {
        session.progress.give_up(place).map_err(|error| {
            Trouble::could_not_check(Context::new("this could not be written down", error))
        })?;
    }
    Ok(Reply::of(match session.form {
        Form::Json => json::solution(&id, &slashed(&path), &text),
        Form::Words => text,
    }))
}
