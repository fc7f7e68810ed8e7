//! The steps whose schedules are explored: run when the others pass, with the façade in the place of
//! tokio.

use std::fs;

use super::{Answer, Form, GradeError, Grader, Lines};
use crate::{
    build::{Tokio, Toolchain},
    course::Place,
    run::{self, Ending, StepRun},
};

impl Grader<'_> {
    /// The runs of the explored steps; nothing if the exercise has none. `runs` are those of the
    /// others.
    pub(super) fn explored(
        &self,
        place: Place<'_>,
        toolchain: &Toolchain,
        answer: &Answer,
        runs: &[StepRun],
    ) -> Result<Vec<StepRun>, GradeError> {
        let steps = place.exercise.steps.iter().filter(|step| step.explored);
        let steps: Vec<&str> = steps.map(|step| step.name.as_str()).collect();
        let all = |ending, message: &str| {
            Ok(steps.iter().map(|_| StepRun::skipped(ending, message.to_owned())).collect())
        };
        if steps.is_empty() || runs.iter().any(|run| !run.ending.is_passed()) {
            return all(Ending::Later, "");
        }
        let facade = Form { tokio: Tokio::Facade, lines: Lines::Unknown };
        let compiled = self.compile_as(facade, place, toolchain, answer)?;
        let Some(program) = &compiled.program else {
            let errors = compiled.diagnostics.errors.iter().map(|error| error.message.as_str());
            let uses = errors.take(1).collect::<String>();
            return all(Ending::NotExplored, &format!("not explored, and no fault: {uses}"));
        };
        let runs = self.run_all(&steps, program, run::run_step)?;
        self.with_place(place, toolchain, answer, &steps, Tokio::Facade, runs)
    }

    /// Puts the lines of code into a schedule, whose places are named as from the root.
    pub(super) fn add_sources(&self, run: &mut StepRun) {
        let Some(schedule) = &mut run.trace.schedule else { return };
        schedule.add_sources(|place| {
            let (file, line) = place.rsplit_once(':')?;
            let text = fs::read_to_string(self.workspace.root().join(file)).ok()?;
            let index = line.parse::<usize>().ok()?.checked_sub(1)?;
            text.lines().nth(index).map(|line| line.trim().to_owned())
        });
    }
}
