//! `list`, and what `checker` says when nobody sits at a terminal: where the learner stands.

use std::fmt::Write as _;

use super::{Form, Reply, Session, Trouble};
use crate::{
    course::{Lesson, Named, Place, Track},
    progress::Standing,
    report::json,
    text::{Tone, padded, plural, width},
};

/// The exercises of a lesson, or all of them, and where they stand.
///
/// # Errors
///
/// If there is no such lesson.
pub fn list(session: &Session, name: Option<&str>) -> Result<Reply, Trouble> {
    let lessons: Vec<&Lesson> = match name {
        None => session.course.lessons.iter().collect(),
        Some(name) => match session.course.named(name).map_err(Trouble::asked_wrongly)? {
            Named::Lesson(lesson) => vec![lesson],
            Named::Exercise(place) => vec![place.lesson],
        },
    };
    Ok(Reply::of(match session.form {
        Form::Json => json::list(&session.course, &lessons, &session.progress),
        Form::Words => words(session, &lessons),
    }))
}

fn words(session: &Session, lessons: &[&Lesson]) -> String {
    let current = session.progress.current(&session.course).map(|place| place.id());
    let id_width = id_width(session);
    let mut text = String::new();
    for lesson in lessons {
        let _ = writeln!(text, "{}: {}", lesson.manifest.title, lesson.manifest.pattern);
        for place in lesson.places() {
            let is_current = current.as_deref() == Some(&place.id());
            let line = line(session, place, id_width);
            let _ = writeln!(text, "{} {line}", if is_current { ">" } else { " " });
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", summary(session));
    text
}

/// Where the learner stands and what to do next.
pub fn standing(session: &Session) -> Reply {
    if session.form == Form::Json {
        let all: Vec<&Lesson> = session.course.lessons.iter().collect();
        return Reply::of(json::list(&session.course, &all, &session.progress));
    }
    let mut text = format!("{}\n", summary(session));
    match session.progress.current(&session.course) {
        None => text.push_str("every exercise is passed: cargo checker list\n"),
        Some(place) => {
            let _ = writeln!(text, "\ncurrent: {}, {}", place.id(), place.exercise.title);
            let file = place.answer().to_string_lossy().replace('\\', "/");
            let paint = |text: &str| session.color.paint(Tone::Pointer, text);
            let _ = writeln!(text, "edit:    {}", paint(&file));
            let check = format!("cargo checker run {}", place.id());
            let _ = writeln!(text, "check:   {}", paint(&check));
        }
    }
    Reply::of(text)
}

/// The columns that the ids take.
pub(crate) fn id_width(session: &Session) -> usize {
    session.course.places().map(|place| width(&place.id())).max().unwrap_or_default()
}

/// An exercise and where it stands, in columns.
pub(crate) fn line(session: &Session, place: Place<'_>, id_width: usize) -> String {
    let exercise = place.exercise;
    let (tone, word) = match session.progress.standing(place) {
        Standing::Passed if session.progress.is_unaided(place) => (Tone::Good, "unaided"),
        Standing::Passed => (Tone::Good, "passed"),
        Standing::GivenUp => (Tone::Notice, "given up"),
        Standing::Later => (Tone::Notice, "later"),
        Standing::Open => (Tone::Quiet, "open"),
    };
    format!(
        "{}  {}  {}  {}  {}  {}",
        padded(&place.id(), id_width),
        session.color.paint(tone, &padded(word, 8)),
        padded(exercise.kind.name(), 9),
        exercise.track.name(),
        padded(&"*".repeat(usize::from(exercise.stars)), 5),
        exercise.title,
    )
}

/// `passed: 2 of 3 lessons, 9 of 11 core exercises, 1 of 4 more; 8 unaided`.
pub(crate) fn summary(session: &Session) -> String {
    let is_passed = |place: &Place<'_>| session.progress.standing(*place) == Standing::Passed;
    let of = |track| {
        let all: Vec<Place<'_>> =
            session.course.places().filter(|place| place.exercise.track == track).collect();
        (all.iter().filter(|place| is_passed(place)).count(), all.len())
    };
    let is_lesson_passed = |lesson: &&Lesson| {
        let mut core = lesson.places().filter(|place| place.exercise.track == Track::Core);
        core.all(|place| is_passed(&place))
    };
    let lessons = session.course.lessons.len();
    let lessons_passed = session.course.lessons.iter().filter(is_lesson_passed).count();
    let (core_passed, core) = of(Track::Core);
    let (more_passed, more) = of(Track::More);
    let unaided = session.course.places().filter(|place| session.progress.is_unaided(*place));
    let unaided = match unaided.count() {
        0 => String::new(),
        count => format!("; {count} unaided"),
    };
    format!(
        "passed: {lessons_passed} of {}, {core_passed} of {}, {more_passed} of {more} more{unaided}",
        plural(lessons, "lesson"),
        plural(core, "core exercise"),
    )
}
