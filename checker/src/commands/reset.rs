//! `reset`: the stub back in its place, the attempt kept.

use std::{fs, io, path::Path};

use super::{Context, Message, Reply, Session, Trouble};
use crate::{course::Named, progress::write_whole};

/// Puts the stub of an exercise back and keeps what was there.
///
/// # Errors
///
/// If there is no such exercise, or a file cannot be written; then the attempt is where it was.
pub fn reset(session: &mut Session, name: &str) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let places: Vec<_> = match course.named(name).map_err(Trouble::asked_wrongly)? {
        Named::Exercise(place) => vec![place],
        Named::Lesson(lesson) => lesson.places().collect(),
    };
    let mut text = String::new();
    for place in places {
        let path = place.answer();
        text.push_str(&restore(session, &path, &place.id())?);
        session.progress.forget(place).map_err(|error| failed(&path, error))?;
    }
    Ok(Reply::of(text))
}

/// Puts the given files of a lesson back (tests, manifest, hints) and keeps what was there. The
/// files that the learner writes are left alone.
///
/// # Errors
///
/// If there is no such lesson, or a file cannot be written.
pub fn reset_given(session: &Session, name: &str) -> Result<Reply, Trouble> {
    let lesson = match session.course.named(name).map_err(Trouble::asked_wrongly)? {
        Named::Lesson(lesson) => lesson,
        Named::Exercise(place) => place.lesson,
    };
    let folder = format!("lessons/{}/", lesson.name);
    let answers: Vec<_> = lesson.places().map(|place| place.answer()).collect();
    let given = session.course.pack().paths().filter(|path| path.starts_with(&folder));
    let mut text = String::new();
    for path in given.filter(|path| !answers.iter().any(|answer| answer == Path::new(path))) {
        text.push_str(&restore(session, Path::new(path), &format!("{}/given", lesson.name))?);
    }
    if text.is_empty() {
        text = format!("the given files of `{}` are as they were given\n", lesson.name);
    }
    Ok(Reply::of(text))
}

/// Restores one file, the attempt first; nothing to say if it is as it was given.
fn restore(session: &Session, path: &Path, name: &str) -> Result<String, Trouble> {
    let shown = path.to_string_lossy().replace('\\', "/");
    let given = session.course.pack().text(&shown).ok_or_else(|| {
        Trouble::could_not_check(Message(format!("`{shown}` is not among the given files")))
    })?;
    let file = session.workspace.root().join(path);
    let kept = match fs::read(&file) {
        Ok(there) if there == given.as_bytes() => return Ok(String::new()),
        Ok(_) => {
            let copy = session.progress.keep_attempt(&file, name);
            let copy = copy.map_err(|error| failed(path, error))?;
            let copy = copy.strip_prefix(session.workspace.root()).unwrap_or(&copy).to_owned();
            format!("; what was there is kept in `{}`", copy.display())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(path, error)),
    };
    write_whole(&file, given).map_err(|error| failed(path, error))?;
    Ok(format!("restored: `{shown}`{kept}\n"))
}

fn failed(path: &Path, error: io::Error) -> Trouble {
    let doing = format!("`{}` could not be restored and is as it was", path.display());
    Trouble::could_not_check(Context::new(doing, error))
}
