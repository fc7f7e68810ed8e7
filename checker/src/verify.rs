//! The author's gate: the tests are tested.
//!
//! For every exercise: the stub fails as its kind must, the reference passes, every wrong answer
//! is rejected by the step and with the outcome that its header names, every right answer passes,
//! the steps earn their place, every listed compile error occurs, the frame of the learner's own
//! tests works. For the course: the pack is the tree.

mod jobs;
mod rules;

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;

use crate::{
    build::Toolchain,
    course::{Course, Lesson, Pack},
    grade::{GradeError, Grader, in_parallel},
    listener::Listener,
    workspace::Workspace,
};

/// What the gate found.
#[derive(Debug, Default, Serialize)]
pub struct Result {
    /// What must be mended, in the order of the course.
    pub problems: Vec<Problem>,
    /// Which step rejects which wrong answer.
    pub kills: Vec<Kill>,
    /// How many answers of each sort were proven.
    pub counts: Counts,
}

/// Something to mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The exercise or file.
    pub place: String,
    /// What is wrong with it.
    pub what: String,
}

/// A wrong answer and the steps that reject it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kill {
    /// The exercise.
    pub exercise: String,
    /// The wrong answer.
    pub wrong_answer: String,
    /// How the first step that rejects it ends.
    pub outcome: String,
    /// Every step that rejects it, in order.
    pub rejected_by: Vec<String>,
}

/// How many answers of each sort there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Exercises.
    pub exercises: usize,
    /// Steps.
    pub steps: usize,
    /// Wrong answers.
    pub wrong: usize,
    /// Right answers besides the reference.
    pub right: usize,
    /// Compile errors.
    pub wont_compile: usize,
}

/// What one job found.
#[derive(Debug, Default)]
struct Finding {
    problems: Vec<Problem>,
    kill: Option<Kill>,
}

impl Result {
    /// Whether nothing is to be mended.
    pub fn is_passed(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Proves the given lessons.
///
/// # Errors
///
/// If the tools fail.
pub fn verify(
    grader: &Grader<'_>,
    lessons: &[&Lesson],
    listener: &dyn Listener,
) -> std::result::Result<Result, GradeError> {
    let workspace = grader.workspace;
    let mut result = Result::default();
    let mut jobs = Vec::new();
    for lesson in lessons {
        let toolchain = Toolchain::of(workspace, grader.course.pack(), &lesson.name, listener)?;
        for place in lesson.places() {
            result.counts.exercises += 1;
            result.counts.steps += place.exercise.steps.len();
            result.problems.extend(rules::hints(place));
            jobs.extend(jobs::of(workspace, place, &toolchain)?);
        }
    }
    for job in &jobs {
        job.count(&mut result.counts);
    }

    let done = AtomicUsize::new(0);
    let findings = in_parallel(&jobs, |job| {
        let finding = job.run(grader)?;
        listener.checked(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
        Ok(finding)
    })?;
    for finding in findings {
        result.problems.extend(finding.problems);
        result.kills.extend(finding.kill);
    }
    for place in lessons.iter().flat_map(|lesson| lesson.places()) {
        result.problems.extend(rules::strength(place, &result.kills));
    }
    result.problems.extend(pack_differences(workspace, grader.course));
    Ok(result)
}

/// The files in which the tree is not the pack that this checker was built with.
fn pack_differences(workspace: &Workspace, course: &Course) -> Vec<Problem> {
    let problem = |place: &str, what: &str| Problem {
        place: place.to_owned(),
        what: format!("{what}: `cargo checker verify --write-pack` writes the pack anew"),
    };
    let tree = match Pack::collect(workspace.root()) {
        Ok(tree) => tree,
        Err(error) => return vec![problem("lessons", &format!("cannot be read ({error})"))],
    };
    let foundation = course.pack().strangers(workspace.root()).unwrap_or_default();
    let foundation = foundation.into_iter().filter(|path| path != "Cargo.toml");
    let changed = tree.paths().filter(|path| tree.text(path) != course.pack().text(path));
    let changed = changed.map(str::to_owned).chain(foundation);
    let gone = course.pack().paths().filter(|path| tree.text(path).is_none());
    let changed = changed.map(|path| problem(&path, "is not as the checker's pack has it"));
    changed.chain(gone.map(|path| problem(path, "is in the checker's pack and not here"))).collect()
}
