//! Whether any step rejects an answer, and no more: sooner than a verdict.

use std::{fs, io, path::Path, sync::mpsc, thread};

use super::{Answer, GradeError, Grader, answer::read, label_of};
use crate::{
    build,
    course::Place,
    listener::Listener,
    run::{self, Ending, StepRun},
};

/// What became of an answer whose fate alone counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// It does not compile, or is no answer to what the stub asks.
    NoAnswer,
    /// A step rejects it.
    ByAStep,
    /// Every step accepts it.
    Nobody,
}

impl Grader<'_> {
    /// Whether any step rejects an answer that is a file; what it was built into is removed.
    ///
    /// It is compiled and run as every answer is. With the first step that fails, the others are
    /// stopped.
    ///
    /// # Errors
    ///
    /// If the answer could not be graded.
    pub fn rejection(
        &self,
        place: Place<'_>,
        answer: &Answer,
        listener: &dyn Listener,
    ) -> Result<Rejection, GradeError> {
        let rejection = self.rejection_of(place, answer, listener);
        // Hundreds of programs of some megabytes each.
        let _ = fs::remove_dir_all(build::folder(self.workspace, &label_of(place, &answer.label)));
        rejection
    }

    fn rejection_of(
        &self,
        place: Place<'_>,
        answer: &Answer,
        listener: &dyn Listener,
    ) -> Result<Rejection, GradeError> {
        let text = String::from_utf8_lossy(&read(&answer.file)?).into_owned();
        let stub = self.given(&place.answer()).unwrap_or_default();
        if !build::differences(place.exercise.kind, stub, &text).is_empty() {
            return Ok(Rejection::NoAnswer);
        }
        let toolchain = self.toolchain(place, listener)?;
        match self.compile(place, &toolchain, answer)?.program {
            None => Ok(Rejection::NoAnswer),
            Some(program) => match self.rejection_of_program(place, &program)? {
                Rejection::Nobody => {
                    let runs = self.explored(place, &toolchain, answer, &[])?;
                    let is_rejected = runs.iter().any(|run| !run.ending.is_passed());
                    Ok(if is_rejected { Rejection::ByAStep } else { Rejection::Nobody })
                }
                rejection => Ok(rejection),
            },
        }
    }

    fn rejection_of_program(
        &self,
        place: Place<'_>,
        program: &Path,
    ) -> Result<Rejection, GradeError> {
        let folder = program.parent().expect("a program lies in a folder");
        let rest = self.canceled.part();
        let (done, runs) = mpsc::channel::<io::Result<StepRun>>();
        let first_end_that_matters = thread::scope(|scope| {
            for step in place.exercise.steps.iter().filter(|step| !step.explored) {
                let (done, rest) = (done.clone(), &rest);
                scope.spawn(move || {
                    // Nobody may listen any more, which is as well.
                    let _ = done.send(run::run_step(program, &step.name, folder, rest));
                });
            }
            drop(done);
            let matters =
                |run: &io::Result<StepRun>| !run.as_ref().is_ok_and(|run| run.ending.is_passed());
            let found = runs.into_iter().find(matters);
            rest.set();
            found
        });
        match first_end_that_matters {
            None => Ok(Rejection::Nobody),
            Some(Err(error)) => Err(GradeError::Run(error)),
            Some(Ok(run)) if run.ending == Ending::Canceled => Err(GradeError::Canceled),
            Some(Ok(_)) => Ok(Rejection::ByAStep),
        }
    }
}
