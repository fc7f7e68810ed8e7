//! What the tasks of an answer did in one step: told where the façade stands in for tokio.

use trace::Trace;

use super::{Answer, Form, GradeError, Grader, Lines};
use crate::{build::Tokio, course::Place, listener::Listener, run};

impl Grader<'_> {
    /// The trace of a step with a lane for each task and a row for each queue and semaphore, if there
    /// are any and the answer compiles with the façade.
    ///
    /// # Errors
    ///
    /// If the answer could not be compiled or run.
    pub fn trace_by_tasks(
        &self,
        place: Place<'_>,
        answer: &Answer,
        step: &str,
        listener: &dyn Listener,
    ) -> Result<Option<Trace>, GradeError> {
        if place.exercise.is_program() {
            return Ok(None);
        }
        let toolchain = self.toolchain(place, listener)?;
        let facade = Form { tokio: Tokio::Facade, lines: Lines::Unknown };
        let compiled = self.compile_as(facade, place, &toolchain, answer)?;
        let Some(program) = &compiled.program else { return Ok(None) };
        let run = self.run_all(&[step], program, run::run_step)?.pop();
        let tells_more =
            |trace: &Trace| !trace.lanes_of_interest().is_empty() || !trace.strips.is_empty();
        Ok(run.map(|run| run.trace).filter(tells_more))
    }
}
