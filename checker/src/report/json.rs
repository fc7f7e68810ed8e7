//! The machine-readable forms. `checker/JSON.md` describes them; the name and version of each
//! stands in its `schema` field.

mod exercise;

pub use exercise::{
    Hint, Mistake, Restored, Runs, diff, hint, later, mistakes, next, reset, solution, timeline,
    update,
};

use serde::Serialize;

use crate::{
    course::{Course, Kind, Lesson, Place, Track},
    doctor::Finding,
    mutate,
    progress::{Progress, Standing},
    run::{Layer, layers},
    verdict::{Score, Verdict, scores},
    verify,
};

/// `list --json`.
#[derive(Debug, Serialize)]
struct List {
    schema: &'static str,
    current: Option<String>,
    exercises: Vec<Listed>,
}

#[derive(Debug, Serialize)]
struct Listed {
    id: String,
    title: String,
    kind: Kind,
    track: Track,
    stars: u8,
    minutes: u32,
    points: u32,
    standing: Standing,
    unaided: bool,
    runs: u32,
    file: String,
}

/// `run --json`.
#[derive(Debug, Serialize)]
struct Run<'a> {
    schema: &'static str,
    passed: bool,
    score: u32,
    points: u32,
    lessons: Vec<Score<'a>>,
    layers: Vec<Layer>,
    exercises: &'a [Verdict],
}

/// `verify --json`.
#[derive(Debug, Serialize)]
struct Verify<'a> {
    schema: &'static str,
    passed: bool,
    #[serde(flatten)]
    result: &'a verify::Result,
}

/// `mutate --json`.
#[derive(Debug, Serialize)]
struct Mutate<'a> {
    schema: &'static str,
    passed: bool,
    #[serde(flatten)]
    result: &'a mutate::Result,
}

/// `doctor --json`.
#[derive(Debug, Serialize)]
struct Doctor<'a> {
    schema: &'static str,
    findings: &'a [Finding],
    layers: Vec<Layer>,
}

/// An error, on whatever verb.
#[derive(Debug, Serialize)]
struct Failure<'a> {
    schema: &'static str,
    error: &'a str,
}

/// Lessons of the course and where the learner stands, `awaitlings/list/v1`.
pub fn list(course: &Course, lessons: &[&Lesson], progress: &Progress) -> String {
    let listed = |place: Place<'_>| Listed {
        id: place.id(),
        title: place.exercise.title.clone(),
        kind: place.exercise.kind,
        track: place.exercise.track,
        stars: place.exercise.stars,
        minutes: place.exercise.minutes(),
        points: place.exercise.points(),
        standing: progress.standing(place),
        unaided: progress.is_unaided(place),
        runs: progress.attempts(place).runs,
        file: place.answer().to_string_lossy().replace('\\', "/"),
    };
    text(&List {
        schema: "awaitlings/list/v1",
        current: progress.current(course).map(|place| place.id()),
        exercises: lessons.iter().flat_map(|lesson| lesson.places()).map(listed).collect(),
    })
}

/// Verdicts, `awaitlings/run/v1`. Predictions do not score.
pub fn run(verdicts: &[Verdict], is_passed: bool) -> String {
    let lessons = scores(verdicts);
    text(&Run {
        schema: "awaitlings/run/v1",
        passed: is_passed,
        score: lessons.iter().map(|lesson| lesson.score).sum(),
        points: lessons.iter().map(|lesson| lesson.points).sum(),
        lessons,
        layers: layers(),
        exercises: verdicts,
    })
}

/// The author's gate, `awaitlings/verify/v1`.
pub fn verify(result: &verify::Result) -> String {
    text(&Verify { schema: "awaitlings/verify/v1", passed: result.is_passed(), result })
}

/// Mutants of the solutions, `awaitlings/mutate/v1`.
pub fn mutate(result: &mutate::Result) -> String {
    text(&Mutate { schema: "awaitlings/mutate/v1", passed: result.is_passed(), result })
}

/// What the checker stands on, `awaitlings/doctor/v1`.
pub fn doctor(findings: &[Finding]) -> String {
    text(&Doctor { schema: "awaitlings/doctor/v1", findings, layers: layers() })
}

/// Where the book is served, `awaitlings/book/v1`.
pub fn book(address: &str) -> String {
    #[derive(Serialize)]
    struct Book<'a> {
        schema: &'a str,
        address: &'a str,
    }
    text(&Book { schema: "awaitlings/book/v1", address })
}

/// An error, `awaitlings/error/v1`.
pub fn failure(error: &str) -> String {
    text(&Failure { schema: "awaitlings/error/v1", error: error.trim() })
}

fn text(form: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(form).expect("a report is plain data");
    text.push('\n');
    text
}
