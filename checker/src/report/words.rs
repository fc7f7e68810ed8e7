//! A verdict as a learner reads it: the verdict, the reason, one thing to do next.

use std::{error::Error, fmt::Write as _};

use crate::{
    course::Kind,
    run::Ending,
    text::{Color, Tone, plural},
    verdict::{CompileFailure, Excerpt, OwnTests, StepVerdict, Verdict},
};

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Only the first failing step in full: the one to work on.
    FirstFailure,
    /// Every step in full.
    EveryStep,
}

/// The verdict on one exercise, ending with `next`: a command to paste.
pub fn verdict(verdict: &Verdict, next: Option<&str>, detail: Detail, color: Color) -> String {
    let mut text = headline(verdict, color);
    if let Some(failure) = &verdict.compile_failure {
        text.push_str(&compile_failure(failure, color));
    } else if !verdict.changed_stub.is_empty() {
        text.push('\n');
        for difference in &verdict.changed_stub {
            let _ = writeln!(text, "{difference}");
        }
        let back = format!("cargo checker reset {}", verdict.id);
        let _ = writeln!(
            text,
            "the stub once more, your attempt kept: {}",
            color.paint(Tone::Pointer, &back)
        );
    } else if let Some(own_tests) = &verdict.own_tests {
        text.push_str(&own_tests_words(verdict, own_tests, color));
    } else if detail == Detail::EveryStep {
        let steps = verdict.steps.iter();
        text.extend(steps.map(|step| step_in_full(step, color)));
    } else if let Some(step) = verdict.first_failure() {
        text.push_str(&failed_step(step, color));
        text.push_str(&all_steps(verdict, color));
    } else {
        text.push_str(&passing_timeline(verdict));
    }
    if verdict.passed && verdict.own_tests.is_none() {
        let mistakes = format!("cargo checker mistakes {}", verdict.id);
        let _ = writeln!(text, "\nways to get it wrong: {}", color.paint(Tone::Pointer, &mistakes));
    }
    for notice in &verdict.notices {
        let _ = writeln!(text, "\n{} {notice}", color.paint(Tone::Notice, "note:"));
    }
    if let Some(next) = next {
        let label = if verdict.passed { "next:" } else { "hint:" };
        let _ = writeln!(text, "\n{label} {}", color.paint(Tone::Pointer, next));
    }
    if let Some(failure) = &verdict.failure {
        let line = if next.is_some() { "" } else { "\n" };
        let _ = writeln!(text, "{line}read: {}", color.paint(Tone::Pointer, &failure.read));
    }
    text
}

/// An error in the form that all of ours have.
pub fn error(error: &(dyn Error + 'static), color: Color) -> String {
    let mut text = format!("{} {error}", color.paint(Tone::Bad, "error:"));
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = write!(text, ": {cause}");
        source = cause.source();
    }
    text.push('\n');
    text
}

fn headline(verdict: &Verdict, color: Color) -> String {
    let id = &verdict.id;
    if verdict.passed {
        let points = points(verdict);
        let unaided = if verdict.unaided { ", unaided" } else { "" };
        return format!("{} {id}, {points}{unaided}\n", color.paint(Tone::Good, "passed:"));
    }
    let not_yet = color.paint(Tone::Bad, "not yet:");
    if verdict.compile_failure.is_some() {
        return format!("{not_yet} {id} does not compile\n");
    }
    if !verdict.changed_stub.is_empty() {
        return format!("{not_yet} {id} is not the exercise that was given\n");
    }
    if let Some(own) = verdict.own_tests.as_ref().filter(|own| own.accepts_reference) {
        let all = own.caught.len() + own.missed.len();
        return format!(
            "{not_yet} {id}: your tests catch {} of {all} wrong answers, and {} are needed\n",
            own.caught.len(),
            own.needed
        );
    }
    match verdict.first_failure() {
        Some(step) if step.is_unanswered() => {
            format!("{not_yet} {id} is unanswered\n")
        }
        Some(step) => {
            format!("{not_yet} {id}: {} {}\n", step.name, outcome_words(step.outcome))
        }
        None => format!("{not_yet} {id}\n"),
    }
}

fn points(verdict: &Verdict) -> String {
    let points = usize::try_from(verdict.points).unwrap_or(usize::MAX);
    match verdict.kind {
        Kind::Predict => "predicted".to_owned(),
        _ => format!("{} of {}", verdict.score, plural(points, "point")),
    }
}

/// How a step ended, as the end of a sentence that begins with its name.
fn outcome_words(outcome: Ending) -> &'static str {
    use trace::Outcome;
    match outcome {
        Ending::Reported(outcome) => match outcome {
            Outcome::Passed => "passed",
            Outcome::Unfinished => "is still to do",
            Outcome::WrongAnswer => "failed",
            Outcome::Panicked => "panicked",
            Outcome::Deadlock => "came to a deadlock",
            Outcome::Endless => "never ends",
            Outcome::Blocked => "blocked the thread",
            Outcome::Busy => "kept the thread busy",
            Outcome::LeakedTasks => "left tasks behind",
            Outcome::DetachedPanic => "lost a panic",
        },
        Ending::LeftEarly => "ended the program early",
        Ending::Crashed => "crashed",
        Ending::Overtime => "ran out of time",
        Ending::Flooded => "wrote without end",
        Ending::Memory => "ran out of memory",
        Ending::Canceled => "was stopped",
        Ending::Later => "comes when the others pass",
        Ending::NotExplored => "was not explored",
    }
}

fn step_in_full(step: &StepVerdict, color: Color) -> String {
    if !step.outcome.is_passed() {
        let words = outcome_words(step.outcome);
        return format!(
            "\n{} {words}\n{}",
            color.paint(Tone::Bad, &step.name),
            failed_step(step, color).trim_start_matches('\n')
        );
    }
    let name = color.paint(Tone::Good, &step.name);
    format!("\n{name} passed\n{}\n{}", step.requirement, step.trace.timeline())
}

fn failed_step(step: &StepVerdict, color: Color) -> String {
    let mut text = String::from("\n");
    if !step.requirement.is_empty() {
        let _ = writeln!(text, "{}", color.paint(Tone::Quiet, &step.requirement));
    }
    let _ = writeln!(text, "{}", reason(&step.message));
    if let Some(place) = step.place.as_ref().filter(|place| !step.message.contains(*place)) {
        let _ = writeln!(text, "  at {}", color.paint(Tone::Pointer, place));
    }
    if !step.trace.is_empty() {
        let _ = write!(text, "\nwhat your code did, in virtual time:\n{}", step.trace.timeline());
    }
    if let Some(source) = &step.source {
        text.push_str(&excerpt(source, color));
    }
    text
}

/// Lines of a file with their numbers, the marked one with a sign that needs no color.
fn excerpt(excerpt: &Excerpt, color: Color) -> String {
    let last = excerpt.first_line + excerpt.lines.len();
    let number_width = last.to_string().len();
    let mut text = format!("\n{}:\n", color.paint(Tone::Pointer, &excerpt.file));
    for (number, line) in (excerpt.first_line..).zip(&excerpt.lines) {
        let is_marked = excerpt.marked == Some(number);
        let sign = if is_marked { color.paint(Tone::Bad, ">") } else { " ".to_owned() };
        let numbered = format!("{number:number_width$} | {line}");
        let _ = writeln!(text, "{sign} {}", numbered.trim_end());
    }
    text
}

/// The message of an assertion without the frame that the standard library puts around it.
fn reason(message: &str) -> String {
    let message = message.strip_prefix("not yet implemented: ").unwrap_or(message);
    let Some(assertion) = message.strip_prefix("assertion `left == right` failed") else {
        return message.to_owned();
    };
    let assertion = assertion.strip_prefix(": ").unwrap_or(assertion);
    let (said, values) = assertion.split_once("\n  left: ").unwrap_or((assertion, ""));
    let Some((seen, required)) = values.split_once("\n right: ") else {
        return said.to_owned();
    };
    format!("{said}\n  seen:     {seen}\n  required: {required}")
}

fn all_steps(verdict: &Verdict, color: Color) -> String {
    if verdict.steps.len() < 2 {
        return String::new();
    }
    let mut text = format!("\nsteps, {}:\n", points(verdict));
    for step in &verdict.steps {
        let (tone, word) = match step.outcome.is_passed() {
            true => (Tone::Good, "passed "),
            false => (Tone::Bad, "not yet"),
        };
        let _ = writeln!(text, "  {}  {}", color.paint(tone, word), step.name);
    }
    text
}

/// What the code did in the step that shows most of it.
fn passing_timeline(verdict: &Verdict) -> String {
    match verdict.busiest_step() {
        Some(step) => format!(
            "\nwhat your code did in {}, in virtual time:\n{}",
            step.name,
            step.trace.timeline()
        ),
        None => String::new(),
    }
}

fn compile_failure(failure: &CompileFailure, color: Color) -> String {
    let mut text = String::new();
    for error in &failure.diagnostics.errors {
        let _ = write!(text, "\n{}", error.rendered);
    }
    for advice in &failure.advice {
        let _ = writeln!(
            text,
            "\n{} {}: {}\n  read: {}",
            color.paint(Tone::Notice, "advice:"),
            advice.code,
            advice.text,
            color.paint(Tone::Pointer, &advice.read)
        );
    }
    if failure.diagnostics.errors.iter().any(|error| error.code.is_some()) {
        let command = color.paint(Tone::Pointer, "cargo checker book errors");
        let _ = writeln!(text, "\nerrors of the course, each explained: {command}");
    }
    text
}

fn own_tests_words(verdict: &Verdict, own_tests: &OwnTests, color: Color) -> String {
    if !own_tests.accepts_reference {
        let step = verdict.first_failure().map(|step| failed_step(step, color));
        return format!(
            "{}{}",
            step.unwrap_or_default(),
            format_args!(
                "\nYour tests must pass on the reference solution of {} before anything counts.\n",
                own_tests.subject
            )
        );
    }
    if own_tests.caught.is_empty() {
        return "\nYour tests pass on every wrong answer: they assert nothing that could fail.\n"
            .to_owned();
    }
    if !verdict.passed {
        return format!(
            "\n{} pass your tests. Which property of the contract do none of your tests look at?\n",
            plural(own_tests.missed.len(), "wrong answer")
        );
    }
    let mut text = format!("\ncaught: {}\n", own_tests.caught.join(", "));
    if !own_tests.missed.is_empty() {
        let _ = writeln!(text, "slipped through: {}", own_tests.missed.join(", "));
        let list = format!("cargo checker mistakes {}", own_tests.subject);
        let _ = writeln!(text, "what they do: {}", color.paint(Tone::Pointer, &list));
    }
    if !own_tests.not_counted.is_empty() {
        let list = own_tests.not_counted.join(", ");
        let _ = writeln!(text, "not counted, for they hang or panic in any test: {list}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assertion_loses_its_frame_and_keeps_its_values() {
        let message = "assertion `left == right` failed: took 300ms\n  left: 300ms\n right: 100ms";

        insta::assert_snapshot!(reason(message), @r"
        took 300ms
          seen:     300ms
          required: 100ms
        ");
    }

    #[test]
    fn a_todo_is_its_sentence() {
        assert_eq!(reason("not yet implemented: greet the ship"), "greet the ship");
    }
}
