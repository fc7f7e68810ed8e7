//! Mutants of the reference solutions: wrong answers that nobody thought of.
//!
//! A wrong answer in `solutions/*/wrong` shows that a step rejects what its author had in mind. A
//! mutant is made by rule, and so it also shows what the author did not have in mind: one that
//! every step accepts is either as right as the solution, which `mutants.toml` beside it then
//! explains, or the steps are too weak.

mod classes;
mod justified;
mod macros;
mod mutant;
mod source;
mod tally;

use std::{
    fs,
    sync::atomic::{AtomicUsize, Ordering},
};

use forms::write_whole;
use serde::Serialize;

pub use classes::{CLASSES, Class};
pub use justified::Justified;

use crate::{
    build::Toolchain,
    course::{Kind, Place},
    grade::{Answer, GradeError, Grader, Rejection, in_parallel},
    listener::Listener,
    verify::Problem,
};
use mutant::Mutant;

/// What became of the mutants.
#[derive(Debug, Default, Serialize)]
pub struct Result {
    /// Of each exercise, in the order of the course.
    pub exercises: Vec<Tally>,
    /// The mutants that no step rejects.
    pub survivors: Vec<Survivor>,
    /// What else is to be mended.
    pub problems: Vec<Problem>,
}

/// What became of the mutants of one exercise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The exercise.
    pub exercise: String,
    /// How many compiled; the others do not count.
    pub mutants: usize,
    /// How many of those a step rejects.
    pub rejected: usize,
    /// How many did not compile.
    pub not_compiling: usize,
}

/// A mutant that no step rejects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Survivor {
    /// The exercise.
    pub exercise: String,
    /// Its class.
    pub class: &'static str,
    /// The solution it was made from.
    pub file: String,
    /// The first line that is different.
    pub line: usize,
    /// The lines of the solution.
    pub before: String,
    /// The lines in their place.
    pub after: String,
    /// Why it may survive, if `mutants.toml` says so.
    pub why: Option<String>,
}

/// How many of the mutants are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portion {
    /// All of them.
    All,
    /// So many, spread over the exercises; always the same ones.
    Sample(usize),
}

/// A mutant of an exercise, and what became of it if it was tried.
struct Candidate<'a> {
    place: Place<'a>,
    mutant: Mutant,
    fate: Option<Rejection>,
}

impl Result {
    /// Whether nothing is to be mended.
    pub fn is_passed(&self) -> bool {
        self.problems.is_empty() && self.survivors.iter().all(|survivor| survivor.why.is_some())
    }

    /// How many mutants compiled.
    pub fn mutants(&self) -> usize {
        self.exercises.iter().map(|tally| tally.mutants).sum()
    }
}

/// Tries mutants of the solutions of `places`; predictions and tests have none.
///
/// # Errors
///
/// If the tools fail, or a file cannot be read.
pub fn mutate(
    grader: &Grader<'_>,
    places: &[Place<'_>],
    portion: Portion,
    listener: &dyn Listener,
) -> std::result::Result<Result, GradeError> {
    let places: Vec<Place<'_>> = places.iter().copied().filter(has_mutants).collect();
    let mut candidates = Vec::new();
    let mut jobs = Vec::new();
    for (index, place) in places.iter().enumerate() {
        check_foundation(grader, *place, listener)?;
        let all = mutants_of(grader, *place)?;
        let first = candidates.len();
        let chosen = mutant::spread(
            (first..first + all.len()).collect(),
            share(portion, index, &places),
            index,
        );
        jobs.extend(chosen);
        candidates.extend(all.into_iter().map(|mutant| Candidate {
            place: *place,
            mutant,
            fate: None,
        }));
    }

    let done = AtomicUsize::new(0);
    let fates = in_parallel(&jobs, |job| {
        let fate = grade(grader, &candidates[*job], *job, listener);
        listener.checked(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
        fate
    })?;
    for (job, fate) in jobs.into_iter().zip(fates) {
        candidates[job].fate = Some(fate);
    }
    tally::report(grader, &places, &candidates, portion)
}

fn has_mutants(place: &Place<'_>) -> bool {
    matches!(place.exercise.kind, Kind::Implement | Kind::Fix)
}

/// As for a learner: on what was not given there is no verdict.
fn check_foundation(
    grader: &Grader<'_>,
    place: Place<'_>,
    listener: &dyn Listener,
) -> std::result::Result<(), GradeError> {
    let pack = grader.course.pack();
    let toolchain = Toolchain::of(grader.workspace, pack, &place.lesson.name, listener)?;
    match toolchain.strangers.is_empty() {
        true => Ok(()),
        false => Err(GradeError::Foundation { strangers: toolchain.strangers }),
    }
}

fn mutants_of(
    grader: &Grader<'_>,
    place: Place<'_>,
) -> std::result::Result<Vec<Mutant>, GradeError> {
    let file = grader.workspace.root().join(place.solution());
    match fs::read_to_string(&file) {
        Ok(text) => Ok(mutant::mutants(&text)),
        Err(error) => Err(GradeError::Answer { file, error }),
    }
}

/// How many mutants of the exercise with this number are tried.
fn share(portion: Portion, index: usize, places: &[Place<'_>]) -> usize {
    match portion {
        Portion::All => usize::MAX,
        Portion::Sample(count) => count / places.len() + usize::from(index < count % places.len()),
    }
}

fn grade(
    grader: &Grader<'_>,
    candidate: &Candidate<'_>,
    number: usize,
    listener: &dyn Listener,
) -> std::result::Result<Rejection, GradeError> {
    let file = grader.workspace.scratch().join("mutants").join(format!("{number}.rs"));
    write_whole(&file, &candidate.mutant.text)
        .map_err(|error| GradeError::Answer { file: file.clone(), error })?;
    let answer = Answer::for_its_outcome(file.clone(), "mutant");
    let fate = grader.rejection(candidate.place, &answer, listener);
    // It can be made again at any time.
    let _ = fs::remove_file(file);
    fate
}
