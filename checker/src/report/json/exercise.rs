//! The forms of the verbs that show or change a single exercise.

use std::path::PathBuf;

use serde::Serialize;
use trace::Trace;

use super::text;
use crate::{progress::LastFailure, update::Update};

/// One way to get an exercise wrong.
#[derive(Debug, Serialize)]
pub struct Mistake {
    /// The wrong answer's name.
    pub name: String,
    /// The step that rejects it.
    pub caught_by: String,
    /// Why people write it.
    pub why: String,
    /// Its file, relative to the root.
    pub file: String,
}

/// A file that is as it was given again.
#[derive(Debug, Serialize)]
pub struct Restored {
    /// The file, relative to the root.
    pub file: String,
    /// Where a copy lies of what was there, relative to the root; nothing if nothing was there.
    pub kept: Option<String>,
}

/// One opened hint.
#[derive(Debug, Serialize)]
pub struct Hint {
    /// From 1 to 3.
    pub level: usize,
    /// The level's title.
    pub title: &'static str,
    /// What it says.
    pub text: String,
}

/// Two runs of one step.
#[derive(Debug, Serialize)]
pub struct Runs<'a> {
    /// The exercise.
    pub exercise: &'a str,
    /// The step.
    pub step: &'a str,
    /// What the learner's code did.
    pub yours: &'a Trace,
    /// What the reference solution does.
    pub reference: &'a Trace,
}

/// A form with its name.
#[derive(Debug, Serialize)]
struct Named<'a, T> {
    schema: &'a str,
    #[serde(flatten)]
    content: T,
}

fn named(schema: &str, content: impl Serialize) -> String {
    text(&Named { schema, content })
}

/// `mistakes --json`, `awaitlings/mistakes/v1`.
pub fn mistakes(exercise: &str, mistakes: &[Mistake]) -> String {
    #[derive(Serialize)]
    struct Mistakes<'a> {
        exercise: &'a str,
        mistakes: &'a [Mistake],
    }
    named("awaitlings/mistakes/v1", Mistakes { exercise, mistakes })
}

/// `hint --json`, `awaitlings/hint/v1`.
pub fn hint(
    exercise: &str,
    after_failure: Option<&LastFailure>,
    hints: &[Hint],
    left: usize,
) -> String {
    #[derive(Serialize)]
    struct After<'a> {
        kind: &'a str,
        text: &'a str,
        read: &'a str,
    }
    #[derive(Serialize)]
    struct Hints<'a> {
        exercise: &'a str,
        after_failure: Option<After<'a>>,
        hints: &'a [Hint],
        left: usize,
    }
    let after_failure = after_failure.and_then(|failure| {
        let text = failure.hint.as_deref()?;
        Some(After { kind: &failure.kind, text, read: &failure.read })
    });
    named("awaitlings/hint/v1", Hints { exercise, after_failure, hints, left })
}

/// `solution --json`, `awaitlings/solution/v1`.
pub fn solution(exercise: &str, file: &str, source: &str) -> String {
    #[derive(Serialize)]
    struct Solution<'a> {
        exercise: &'a str,
        file: &'a str,
        source: &'a str,
    }
    named("awaitlings/solution/v1", Solution { exercise, file, source })
}

/// `diff --json`, `awaitlings/diff/v1`.
pub fn diff(exercise: &str, yours: &str, reference: &str, diff: &str) -> String {
    #[derive(Serialize)]
    struct Diff<'a> {
        exercise: &'a str,
        yours: &'a str,
        reference: &'a str,
        diff: &'a str,
    }
    named("awaitlings/diff/v1", Diff { exercise, yours, reference, diff })
}

/// `timeline --json`, `awaitlings/timeline/v1`.
pub fn timeline(runs: &Runs<'_>) -> String {
    named("awaitlings/timeline/v1", runs)
}

/// `reset --json`, `awaitlings/reset/v1`.
pub fn reset(restored: &[Restored]) -> String {
    #[derive(Serialize)]
    struct Reset<'a> {
        restored: &'a [Restored],
    }
    named("awaitlings/reset/v1", Reset { restored })
}

/// `later --json`, `awaitlings/later/v1`.
pub fn later(put_off: &str, current: Option<&str>) -> String {
    #[derive(Serialize)]
    struct Later<'a> {
        put_off: &'a str,
        current: Option<&'a str>,
    }
    named("awaitlings/later/v1", Later { put_off, current })
}

/// `update --json`, `awaitlings/update/v1`.
pub fn update(update: &Update) -> String {
    named("awaitlings/update/v1", update)
}

/// `next --json`, `awaitlings/next/v1`.
pub fn next(exercise: Option<String>, file: Option<PathBuf>) -> String {
    #[derive(Serialize)]
    struct Next {
        exercise: Option<String>,
        file: Option<PathBuf>,
    }
    named("awaitlings/next/v1", Next { exercise, file })
}
