//! Writes down each verdict for the book that is served, `awaitlings/status/v1`.
//!
//! The run of the reference is of use to a reader of the book alone: it is looked for while a book is
//! served, once for each solution, and kept under `target/`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use forms::{LastRun, Standing, Status, digest};
use serde::{Deserialize, Serialize};
use trace::Trace;

use crate::{
    course::{Kind, Place},
    grade::{Answer, GradeError, Grader},
    listener::Listener,
    verdict::{StepVerdict, Verdict},
};

/// Whether an exercise is one whose runs may be shown: that of a prediction is its answer.
pub fn has_timeline(place: Place<'_>) -> bool {
    !matches!(place.exercise.kind, Kind::Predict | Kind::Test)
}

/// The step whose run tells most: the first that fails, or the one that shows most.
pub fn step_to_show(verdict: &Verdict) -> Option<&StepVerdict> {
    let failing = verdict.first_failure().filter(|step| !step.trace.is_empty());
    failing.or_else(|| verdict.busiest_step())
}

/// Notes a verdict on the learner's own answer in the copy of the course at `root`.
///
/// A status that cannot be written keeps nobody from going on: the served book shows an older one.
pub fn note(root: &Path, place: Place<'_>, verdict: &Verdict) {
    let mut status = Status::read(root);
    let (passed, score, points) = (verdict.passed, verdict.score, verdict.points);
    let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    status.exercises.insert(place.id(), Standing { passed, score, points, at });
    let shown = step_to_show(verdict).filter(|_| has_timeline(place));
    status.last = shown.map(|step| LastRun {
        exercise: place.id(),
        step: step.name.clone(),
        yours: step.trace.clone(),
        reference: References::read(root, place).and_then(|mut it| it.steps.remove(&step.name)),
    });
    let _ = status.write(root);
}

/// Puts the reference's run beside the learner's, if a book is served that can show it.
///
/// # Errors
///
/// If the reference could not be run.
pub fn add_reference(
    grader: &Grader<'_>,
    place: Place<'_>,
    listener: &dyn Listener,
) -> Result<(), GradeError> {
    let root = grader.workspace.root();
    let is_known = || References::read(root, place).is_some();
    if !Status::port_file(root).exists() || !has_timeline(place) || is_known() {
        return Ok(());
    }
    let file = root.join(place.solution());
    // Taken before the run: whoever changes the file meanwhile has it run once more.
    let digest = References::digest(&file);
    let answer = Answer::other(file, "reference");
    let verdict = grader.grade_answer(place, &answer, listener)?;
    let steps = verdict.steps.into_iter().map(|step| (step.name, step.trace)).collect();
    let references = References { digest, steps };
    references.write(root, place);
    let mut status = Status::read(root);
    if let Some(last) = &mut status.last
        && last.exercise == place.id()
    {
        last.reference = references.steps.get(&last.step).cloned();
        let _ = status.write(root);
    }
    Ok(())
}

/// The runs of one reference solution.
#[derive(Debug, Serialize, Deserialize)]
struct References {
    /// The digest of the solution.
    digest: String,
    steps: BTreeMap<String, Trace>,
}

impl References {
    fn file(root: &Path, place: Place<'_>) -> PathBuf {
        root.join("target/awaitlings/references").join(place.id()).with_extension("json")
    }

    fn digest(solution: &Path) -> String {
        digest(&fs::read_to_string(solution).unwrap_or_default())
    }

    /// The runs, if they are those of the solution as it is now.
    fn read(root: &Path, place: Place<'_>) -> Option<References> {
        let text = fs::read_to_string(References::file(root, place)).ok()?;
        let references: References = serde_json::from_str(&text).ok()?;
        let digest = References::digest(&root.join(place.solution()));
        (references.digest == digest).then_some(references)
    }

    /// Keeps them for the next time; without that, they are found once more.
    fn write(&self, root: &Path, place: Place<'_>) {
        let file = References::file(root, place);
        if let (Some(folder), Ok(text)) = (file.parent(), serde_json::to_string(self)) {
            let _ = fs::create_dir_all(folder).and_then(|()| fs::write(&file, text));
        }
    }
}
