//! `run`: the verdict on an exercise, a lesson or the course.

use std::fmt::Write as _;

use super::{Form, Message, Reply, Session, Trouble};
use crate::{
    course::{Kind, Named, Place, Track},
    exit::Exit,
    grade::in_parallel,
    listener::Listener,
    report::{self, json},
    text::{Color, Tone, padded, plural, width},
    verdict::Verdict,
};

/// What to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The current exercise.
    Current,
    /// A lesson or an exercise.
    Named(String),
    /// Everything.
    Course,
}

/// Checks what is asked for and notes what is passed.
///
/// # Errors
///
/// If there is no such exercise, or it could not be checked.
pub fn run(
    session: &mut Session,
    scope: &Scope,
    form: Form,
    listener: &dyn Listener,
) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let places: Vec<Place<'_>> = match scope {
        Scope::Course => course.places().collect(),
        Scope::Current => session.progress.current(&course).into_iter().collect(),
        Scope::Named(name) => match course.named(name).map_err(Trouble::asked_wrongly)? {
            Named::Lesson(lesson) => lesson.places().collect(),
            Named::Exercise(place) => vec![place],
        },
    };
    if places.is_empty() {
        return Ok(Reply::of("every exercise is passed: cargo checker list\n"));
    }

    let color = if form == Form::Words { session.color } else { Color::Off };
    let grader = session.grader(color);
    let verdicts = match places.as_slice() {
        [place] => vec![grader.grade(*place, listener)?],
        // The first one alone, so that cargo is asked once and not by everyone at a time.
        [first, rest @ ..] => {
            let mut verdicts = vec![grader.grade(*first, listener)?];
            verdicts.extend(in_parallel(rest, |place| grader.grade(*place, listener))?);
            verdicts
        }
        [] => unreachable!("nothing to run was answered above"),
    };
    let is_passed = match verdicts.as_slice() {
        [verdict] => verdict.passed,
        many => many.iter().all(|verdict| verdict.passed || verdict.track == Track::More),
    };
    let unsaved = note(session, &places, &verdicts);

    let exit = if is_passed { Exit::Passed } else { Exit::NotYet };
    let text = match (form, verdicts.as_slice()) {
        (Form::Json, all) => json::run(all, is_passed),
        (Form::Words, [verdict]) => {
            report::verdict(verdict, next(session, verdict).as_deref(), session.color) + &unsaved
        }
        (Form::Words, many) => overview(session, many) + &unsaved,
    };
    Ok(Reply { text, exit })
}

/// Notes what is passed; what could not be noted is said.
fn note(session: &mut Session, places: &[Place<'_>], verdicts: &[Verdict]) -> String {
    for (place, _) in places.iter().zip(verdicts).filter(|(_, verdict)| verdict.passed) {
        if let Err(error) = session.progress.pass(*place) {
            return format!("\nnote: your progress could not be written down: {error}\n");
        }
    }
    String::new()
}

/// The one command to paste after a verdict.
fn next(session: &Session, verdict: &Verdict) -> Option<String> {
    if !verdict.passed {
        return Some(format!("cargo checker hint {}", verdict.id));
    }
    let next = session.progress.current(&session.course)?;
    Some(format!("cargo checker run {}", next.id()))
}

/// A line for each exercise, then the first failure of the core in full.
fn overview(session: &Session, verdicts: &[Verdict]) -> String {
    let id_width = verdicts.iter().map(|verdict| width(&verdict.id)).max().unwrap_or_default();
    let mut text = String::new();
    for verdict in verdicts {
        let (tone, word) = match verdict.passed {
            true => (Tone::Good, "passed "),
            false => (Tone::Bad, "not yet"),
        };
        let score = match verdict.kind {
            Kind::Predict => "not scored".to_owned(),
            _ => format!("{} of {}", verdict.score, points(verdict.points)),
        };
        let id = padded(&verdict.id, id_width);
        let track = if verdict.track == Track::More { "  (more)" } else { "" };
        let _ = writeln!(text, "{}  {id}  {score}{track}", session.color.paint(tone, word));
    }
    let scored = || verdicts.iter().filter(|verdict| verdict.kind != Kind::Predict);
    let score: u32 = scored().map(|verdict| verdict.score).sum();
    let of: u32 = scored().map(|verdict| verdict.points).sum();
    let _ = writeln!(text, "\nscore: {score} of {}", points(of));

    let failures = || verdicts.iter().filter(|verdict| !verdict.passed);
    let first = failures().find(|verdict| verdict.track == Track::Core).or(failures().next());
    if let Some(verdict) = first {
        let next = next(session, verdict);
        let _ = write!(text, "\n{}", report::verdict(verdict, next.as_deref(), session.color));
    }
    text
}

fn points(points: u32) -> String {
    plural(usize::try_from(points).unwrap_or(usize::MAX), "point")
}

impl Scope {
    /// What the words of a command line mean.
    ///
    /// # Errors
    ///
    /// If both a name and everything are asked for.
    pub fn from_words(name: Option<String>, is_all: bool) -> Result<Scope, Trouble> {
        match (name, is_all) {
            (None, false) => Ok(Scope::Current),
            (Some(name), false) => Ok(Scope::Named(name)),
            (None, true) => Ok(Scope::Course),
            (Some(_), true) => Err(Trouble::asked_wrongly(Message(
                "`--all` runs the whole course and goes with no name".to_owned(),
            ))),
        }
    }
}
