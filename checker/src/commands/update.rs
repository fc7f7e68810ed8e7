//! `update`: a newer course, with the learner's work in its place.

use std::fmt::Write as _;

use super::{Form, Reply, Session, Trouble};
use crate::{
    course::Changes,
    progress::Standing,
    report::json,
    text::{Tone, plural},
    update::{self, Update, UpdateError},
};

/// Merges what the course's upstream has and says what changed.
///
/// # Errors
///
/// If git is missing or refuses; then everything is as it was.
pub fn update(session: &mut Session) -> Result<Reply, Trouble> {
    let update = update::update(&session.workspace, &session.course, &session.progress);
    let update = update.map_err(|error| match error {
        UpdateError::NoUpstream => Trouble::asked_wrongly(error),
        other => Trouble::could_not_check(other),
    })?;
    Ok(Reply::of(match session.form {
        Form::Json => json::update(&update),
        Form::Words => words(session, &update),
    }))
}

fn words(session: &Session, update: &Update) -> String {
    if update.commits == 0 {
        return "the course is up to date\n".to_owned();
    }
    let mut text =
        format!("updated: {}, your work is in its place\n", plural(update.commits, "commit"));
    text.push_str(&changes(session, &update.changes));
    for file in &update.merged {
        let _ = writeln!(text, "the new stub is merged into your `{file}`");
    }
    for file in &update.unmerged {
        let show = session.color.paint(Tone::Pointer, &format!("git show HEAD:{file}"));
        let _ = writeln!(text, "`{file}` is as you left it, but its stub is another: {show}");
    }
    text
}

/// What is different in the course since the learner's last visit; empty if nothing is.
pub fn news(session: &Session) -> String {
    match changes(session, &session.news) {
        text if text.is_empty() => text,
        text => format!("the course has changed since your last visit\n{text}"),
    }
}

/// What is different in the course, for somebody who knows it.
fn changes(session: &Session, changes: &Changes) -> String {
    let mut text = String::new();
    let mut tell = |what: &str, ids: &[String]| {
        if !ids.is_empty() {
            let _ = writeln!(text, "{what}: {}", ids.join(", "));
        }
    };
    tell("new exercises", &changes.new);
    tell("gone exercises", &changes.gone);
    tell("changed stubs", &changes.stub);
    tell("changed steps", &changes.steps);
    let is_passed = |id: &&String| {
        let place = session.course.places().find(|place| place.id() == **id);
        place.is_some_and(|place| session.progress.standing(place) == Standing::Passed)
    };
    let mut again: Vec<&String> =
        changes.stub.iter().chain(&changes.steps).filter(is_passed).collect();
    again.sort();
    again.dedup();
    for id in again {
        let run = session.color.paint(Tone::Pointer, &format!("cargo checker run {id}"));
        let _ = writeln!(text, "you passed {id} before it changed; to check it once more: {run}");
    }
    text
}
