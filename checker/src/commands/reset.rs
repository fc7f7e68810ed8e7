//! `reset`: the stub back in its place, the attempt kept.

use std::{fs, io, path::Path};

use forms::write_whole;

use super::{Context, Form, Message, Reply, Session, Trouble};
use crate::{
    course::{Lesson, Named},
    grade::slashed,
    report::json::{self, Restored},
};

/// Puts the stub of an exercise back, those of a lesson or, without a name, all of them, and keeps
/// what was there.
///
/// # Errors
///
/// If there is no such exercise, or a file cannot be written; then the attempt is where it was.
pub fn reset(session: &mut Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let named = name.map(|name| course.named(name).map_err(Trouble::asked_wrongly)).transpose()?;
    let places: Vec<_> = match named {
        Some(Named::Exercise(place)) => vec![place],
        Some(Named::Lesson(lesson)) => lesson.places().collect(),
        None => course.places().collect(),
    };
    let mut restored = Vec::new();
    for place in places {
        let path = place.answer();
        restored.extend(restore(session, &path, &place.id())?);
        session.progress.forget(place).map_err(|error| failed(&path, error))?;
    }
    Ok(reply(session, &restored, &format!("{} is as it was given\n", shown(name))))
}

/// Puts the given files of a lesson, or of all, back (tests, manifest, hints) and keeps what was
/// there. The files that the learner writes are left alone.
///
/// # Errors
///
/// If there is no such lesson, or a file cannot be written.
pub fn reset_given(session: &Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let course = &session.course;
    let named = name.map(|name| course.named(name).map_err(Trouble::asked_wrongly)).transpose()?;
    let lessons: Vec<&Lesson> = match named {
        Some(Named::Lesson(lesson)) => vec![lesson],
        Some(Named::Exercise(place)) => vec![place.lesson],
        None => course.lessons.iter().collect(),
    };
    let mut restored = Vec::new();
    for lesson in lessons {
        let folder = format!("lessons/{}/", lesson.name);
        let answers: Vec<_> = lesson.places().map(|place| place.answer()).collect();
        let given = course.pack().paths().filter(|path| path.starts_with(&folder));
        for path in given.filter(|path| !answers.iter().any(|answer| answer == Path::new(path))) {
            restored.extend(restore(session, Path::new(path), &format!("{}/given", lesson.name))?);
        }
    }
    let nothing = format!("the given files of {} are as they were given\n", shown(name));
    Ok(reply(session, &restored, &nothing))
}

fn shown(name: Option<&str>) -> String {
    name.map_or_else(|| "the course".to_owned(), |name| format!("`{name}`"))
}

fn reply(session: &Session, restored: &[Restored], nothing: &str) -> Reply {
    Reply::of(match session.form {
        Form::Json => json::reset(restored),
        Form::Words if restored.is_empty() => nothing.to_owned(),
        Form::Words => restored.iter().map(line).collect(),
    })
}

fn line(restored: &Restored) -> String {
    let kept = restored.kept.as_ref();
    let kept = kept.map(|copy| format!("; what was there is kept in `{copy}`"));
    format!("restored: `{}`{}\n", restored.file, kept.unwrap_or_default())
}

/// Restores one file, the attempt first; nothing if it is as it was given.
fn restore(session: &Session, path: &Path, name: &str) -> Result<Option<Restored>, Trouble> {
    let shown = slashed(path);
    let given = session.course.pack().text(&shown).ok_or_else(|| {
        Trouble::could_not_check(Message(format!("`{shown}` is not among the given files")))
    })?;
    let file = session.workspace.root().join(path);
    let kept = match fs::read(&file) {
        Ok(there) if there == given.as_bytes() => return Ok(None),
        Ok(_) => {
            let copy = session.progress.keep_attempt(&file, name);
            let copy = copy.map_err(|error| failed(path, error))?;
            let copy = copy.strip_prefix(session.workspace.root()).unwrap_or(&copy).to_owned();
            Some(slashed(&copy))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(path, error)),
    };
    write_whole(&file, given).map_err(|error| failed(path, error))?;
    Ok(Some(Restored { file: shown, kept }))
}

fn failed(path: &Path, error: io::Error) -> Trouble {
    let doing = format!("`{}` could not be restored and is as it was", path.display());
    Trouble::could_not_check(Context::new(doing, error))
}
