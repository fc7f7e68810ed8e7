//! `run`: the verdict on an exercise, a lesson or the course.

use std::{fmt::Write as _, fs, path::PathBuf};

use super::{Context, Form, Message, Reply, Session, Trouble};
use crate::{
    course::{Kind, Named, Place, Track},
    exit::Exit,
    listener::Listener,
    report::{self, Detail, json},
    status,
    text::{Color, Tone, padded, plural, width},
    verdict::{Score, Verdict, scores},
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

/// What is asked of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What to run.
    pub scope: Scope,
    /// How much to say.
    pub detail: Detail,
    /// Where to write the verdicts as JUnit XML too.
    pub junit: Option<PathBuf>,
}

/// Checks what is asked for and notes what is passed.
///
/// # Errors
///
/// If there is no such exercise, it could not be checked, or the JUnit file not be written.
pub fn run(
    session: &mut Session,
    request: &Request,
    listener: &dyn Listener,
) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let form = session.form;
    let places: Vec<Place<'_>> = match &request.scope {
        Scope::Course => course.places().collect(),
        Scope::Current => session.progress.current(&course).into_iter().collect(),
        Scope::Named(name) => match course.named(name).map_err(Trouble::asked_wrongly)? {
            Named::Lesson(lesson) => lesson.places().collect(),
            Named::Exercise(place) => vec![place],
        },
    };
    if places.is_empty() && form == Form::Words {
        return Ok(Reply::of("every exercise is passed: cargo checker list\n"));
    }

    let color = if form == Form::Words { session.color } else { Color::Off };
    let grader = session.grader(color);
    let mut verdicts = match places.as_slice() {
        [place] => vec![grader.grade(*place, listener)?],
        many => grader.grade_all(many, listener)?,
    };
    let is_passed = match verdicts.as_slice() {
        [verdict] => verdict.passed,
        many => many.iter().all(|verdict| verdict.passed || verdict.track == Track::More),
    };
    let unsaved = note(session, &places, &mut verdicts);
    if let [place] = places.as_slice() {
        // Without it, the book shows the learner's run alone.
        let _ = status::add_reference(&session.grader(Color::Off), *place, listener);
    }

    if let Some(file) = &request.junit {
        fs::write(file, report::junit(&verdicts)).map_err(|error| {
            let doing = format!("`{}` could not be written", file.display());
            Trouble::could_not_check(Context::new(doing, error))
        })?;
    }

    let exit = if is_passed { Exit::Passed } else { Exit::NotYet };
    let text = match (form, verdicts.as_slice()) {
        (Form::Json, all) => json::run(all, is_passed),
        (Form::Words, [verdict]) => {
            let next = next(session, verdict);
            report::verdict(verdict, next.as_deref(), request.detail, session.color) + &unsaved
        }
        (Form::Words, many) => overview(session, many, request.detail) + &unsaved,
    };
    Ok(Reply { text, exit })
}

/// Notes the verdicts; what could not be noted is said, once.
fn note(session: &mut Session, places: &[Place<'_>], verdicts: &mut [Verdict]) -> String {
    let notes = places.iter().zip(verdicts).map(|(place, verdict)| session.note(*place, verdict));
    notes.fold(String::new(), |said, note| if said.is_empty() { note } else { said })
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
fn overview(session: &Session, verdicts: &[Verdict], detail: Detail) -> String {
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
    let scores = scores(verdicts);
    if scores.len() > 1 {
        let name_width = scores.iter().map(|score| width(score.lesson)).max().unwrap_or_default();
        text.push('\n');
        for Score { lesson, score, points: all, .. } in &scores {
            let _ = writeln!(text, "{}  {score} of {}", padded(lesson, name_width), points(*all));
        }
    }
    let score: u32 = scores.iter().map(|score| score.score).sum();
    let of: u32 = scores.iter().map(|score| score.points).sum();
    let _ = writeln!(text, "\nscore: {score} of {}", points(of));

    let failures = || verdicts.iter().filter(|verdict| !verdict.passed);
    let first = failures().find(|verdict| verdict.track == Track::Core).or(failures().next());
    if let Some(verdict) = first {
        let next = next(session, verdict);
        let words = report::verdict(verdict, next.as_deref(), detail, session.color);
        let _ = write!(text, "\n{words}");
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
