//! `list`, and what `checker` says when nobody sits at a terminal: where the learner stands.

use std::fmt::Write as _;

use super::{Form, Reply, Session};
use crate::{
    course::{Lesson, Place, Track},
    progress::Standing,
    report::json,
    text::{Tone, padded, plural, width},
};

/// All exercises and where they stand.
pub fn list(session: &Session) -> Reply {
    if session.form == Form::Json {
        return Reply::of(json::list(&session.course, &session.progress));
    }
    let current = session.progress.current(&session.course).map(|place| place.id());
    let ids = session.course.places().map(|place| width(&place.id()));
    let id_width = ids.max().unwrap_or_default();
    let mut text = String::new();
    for lesson in &session.course.lessons {
        let _ = writeln!(text, "{}: {}", lesson.manifest.title, lesson.manifest.pattern);
        for place in lesson.places() {
            let is_current = current.as_deref() == Some(&place.id());
            let line = line(session, place, id_width);
            let _ = writeln!(text, "{} {line}", if is_current { ">" } else { " " });
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", summary(session));
    Reply::of(text)
}

/// Where the learner stands and what to do next.
pub fn standing(session: &Session) -> Reply {
    if session.form == Form::Json {
        return list(session);
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

fn line(session: &Session, place: Place<'_>, id_width: usize) -> String {
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
fn summary(session: &Session) -> String {
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
