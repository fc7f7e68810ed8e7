//! `timeline`: what the learner's code did, beside what the reference does.

use std::fmt::Write as _;

use super::{Form, Message, Reply, Session, Trouble};
use crate::{
    course::Place,
    grade::{Answer, GradeError},
    listener::Listener,
    report::json::{self, Runs},
    status::{has_timeline, step_to_show},
    text::{Color, Tone},
    verdict::Verdict,
};

/// The two timelines of one step: the first that fails, or the one that shows most. Where tasks are
/// spawned, each has its lane.
///
/// The reference is run, not shown: how it gets there stays the learner's to find.
///
/// # Errors
///
/// If there is no such exercise, it has no timeline, or it could not be checked.
pub fn timeline(
    session: &mut Session,
    name: Option<&str>,
    listener: &dyn Listener,
) -> Result<Reply, Trouble> {
    let course = session.course.clone();
    let id = session.one_exercise(name)?.id();
    let place = course.places().find(|place| place.id() == id).expect("it was found before");
    if !has_timeline(place) {
        return Err(nothing_to_draw(&id));
    }

    let mut yours = session.grader(Color::Off).grade(place, listener)?;
    let _ = session.note(place, &mut yours);
    let reference = reference(session, place, listener)?;
    let Some((step, yours, reference)) = runs(&yours, &reference) else {
        return Err(nothing_to_draw(&id));
    };
    let by_tasks = [place.answer(), place.solution()].map(|file| {
        let answer = Answer::other(session.workspace.root().join(file), "tasks");
        session.grader(Color::Off).trace_by_tasks(place, &answer, step, listener)
    });
    let [yours_by_tasks, reference_by_tasks] = by_tasks;
    let (yours_by_tasks, reference_by_tasks) = (yours_by_tasks?, reference_by_tasks?);
    let runs = Runs {
        exercise: &id,
        step,
        yours: yours_by_tasks.as_ref().unwrap_or(yours),
        reference: reference_by_tasks.as_ref().unwrap_or(reference),
    };
    Ok(Reply::of(match session.form {
        Form::Json => json::timeline(&runs),
        Form::Words => words(session, &runs),
    }))
}

fn nothing_to_draw(id: &str) -> Trouble {
    Trouble::asked_wrongly(Message(format!(
        "{id} has no timeline: its steps make no calls that take virtual time, or do not run yet"
    )))
}

fn reference(
    session: &Session,
    place: Place<'_>,
    listener: &dyn Listener,
) -> Result<Verdict, GradeError> {
    let file = session.workspace.root().join(place.solution());
    let answer = Answer::other(file, "timeline");
    session.grader(Color::Off).grade_answer(place, &answer, listener)
}

/// The step to draw, with both its traces.
fn runs<'v>(
    yours: &'v Verdict,
    reference: &'v Verdict,
) -> Option<(&'v str, &'v trace::Trace, &'v trace::Trace)> {
    let of_reference = |name: &str| reference.steps.iter().find(|step| step.name == name);
    let step = step_to_show(yours)?;
    Some((&step.name, &step.trace, &of_reference(&step.name)?.trace))
}

fn words(session: &Session, runs: &Runs<'_>) -> String {
    let mut text = String::new();
    let step = session.color.paint(Tone::Notice, runs.step);
    let _ = writeln!(text, "{}, {step}, in virtual time", runs.exercise);
    let titles = ["\nyours", "\nthe reference"];
    text.push_str(&runs.yours.timeline_beside(runs.reference, titles));
    text
}
