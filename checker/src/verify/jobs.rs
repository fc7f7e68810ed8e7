//! The single proofs, each of one file: they run side by side.

use std::{fs, path::PathBuf};

use forms::write_whole;
use trace::Outcome;

use super::{Counts, Finding, Kill, Problem};
use crate::{
    build::Toolchain,
    course::{CompileError, Kind, Place, StubStep},
    grade::{Answer, GradeError, Grader, files_in, stem},
    run::Ending,
    variant::Header,
    verdict::{StepVerdict, Verdict},
    workspace::Workspace,
};

/// One proof.
pub(super) struct Job<'a> {
    place: Place<'a>,
    toolchain: Toolchain,
    file: PathBuf,
    claim: Claim<'a>,
}

/// What is to be proven of the file.
enum Claim<'a> {
    /// The stub fails as its kind must.
    Stub,
    /// The reference passes.
    Reference,
    /// The frame of the learner's own tests, with its tasks struck out, asserts nothing.
    EmptyFrame,
    /// A wrong answer is rejected as its header says.
    Wrong,
    /// A right answer passes.
    Right,
    /// A first try does not compile, with this error.
    WontCompile(&'a CompileError),
}

/// All proofs of an exercise.
pub(super) fn of<'a>(
    workspace: &Workspace,
    place: Place<'a>,
    toolchain: &Toolchain,
) -> Result<Vec<Job<'a>>, GradeError> {
    let root = workspace.root();
    let job = |file: PathBuf, claim| Job { place, toolchain: toolchain.clone(), file, claim };
    let mut jobs = vec![
        job(root.join(place.answer()), Claim::Stub),
        job(root.join(place.solution()), Claim::Reference),
    ];
    if place.exercise.kind == Kind::Test {
        let file = workspace.scratch().join("frames").join(format!("{}.rs", place.lesson.name));
        jobs.push(job(file, Claim::EmptyFrame));
    }
    for file in files_in(&root.join(place.variants("wrong")))? {
        jobs.push(job(file, Claim::Wrong));
    }
    for file in files_in(&root.join(place.variants("right")))? {
        jobs.push(job(file, Claim::Right));
    }
    for case in &place.exercise.compile_errors {
        let file = root.join(place.variants("wont_compile")).join(format!("{}.rs", case.case));
        jobs.push(job(file, Claim::WontCompile(case)));
    }
    Ok(jobs)
}

impl Job<'_> {
    pub(super) fn count(&self, counts: &mut Counts) {
        match self.claim {
            Claim::Wrong => counts.wrong += 1,
            Claim::Right => counts.right += 1,
            Claim::WontCompile(_) => counts.wont_compile += 1,
            Claim::Stub | Claim::Reference | Claim::EmptyFrame => {}
        }
    }

    /// Proves the claim, or says what is wrong.
    pub(super) fn run(&self, grader: &Grader<'_>) -> Result<Finding, GradeError> {
        match &self.claim {
            Claim::Stub => self.stub(grader),
            Claim::Reference => self.reference(grader),
            Claim::EmptyFrame => self.empty_frame(grader),
            Claim::Wrong => self.wrong(grader),
            Claim::Right => self.right(grader),
            Claim::WontCompile(case) => self.wont_compile(grader, case),
        }
    }

    fn grade(&self, grader: &Grader<'_>, sort: &str) -> Result<Verdict, GradeError> {
        grader.grade_answer(self.place, &self.answer(sort), &())
    }

    fn answer(&self, sort: &str) -> Answer {
        Answer::for_its_outcome(self.file.clone(), sort)
    }

    fn header(&self) -> Result<Header, GradeError> {
        let text = fs::read_to_string(&self.file)
            .map_err(|error| GradeError::Answer { file: self.file.clone(), error })?;
        Ok(Header::parse(&text))
    }

    /// The stub compiles without a warning, and every step fails as it must.
    fn stub(&self, grader: &Grader<'_>) -> Result<Finding, GradeError> {
        let mut finding = Finding::default();
        if self.place.exercise.kind != Kind::Test {
            let compiled = grader.compile(self.place, &self.toolchain, &self.answer("stub"))?;
            if let Some(warning) = compiled.diagnostics.warnings.first() {
                finding.add(self, format!("the stub warns: {}", warning.message));
            }
        }
        let verdict = self.grade(grader, "stub")?;
        if verdict.compile_failure.is_some() {
            finding.add(self, "the stub does not compile".to_owned());
        }
        for (step, declared) in verdict.steps.iter().zip(&self.place.exercise.steps) {
            if declared.explored && step.outcome == Ending::Later {
                continue;
            }
            let is_as_declared = match (self.place.exercise.kind, declared.stub) {
                (_, StubStep::Passes) => step.outcome.is_passed(),
                (Kind::Implement | Kind::Test, StubStep::Fails) => {
                    step.outcome == Ending::Reported(Outcome::Unfinished)
                }
                (Kind::Predict | Kind::Audit, StubStep::Fails) => {
                    step.outcome == Ending::Reported(Outcome::WrongAnswer)
                        && step.message.contains("unanswered")
                }
                (Kind::Fix, StubStep::Fails) => {
                    !matches!(step.outcome, Ending::Reported(Outcome::Passed | Outcome::Unfinished))
                }
            };
            if !is_as_declared {
                let (name, outcome) = (&step.name, step.outcome.name());
                finding.add(self, format!("on the stub, `{name}` ends as `{outcome}`"));
            }
        }
        Ok(finding)
    }

    /// A frame whose tasks are struck out passes on the reference and catches nothing: whoever
    /// hands in an assertion that cannot fail is told so.
    fn empty_frame(&self, grader: &Grader<'_>) -> Result<Finding, GradeError> {
        let frame = grader.workspace.root().join(self.place.answer());
        let failed = |error| GradeError::Answer { file: frame.clone(), error };
        let text = fs::read_to_string(&frame).map_err(failed)?;
        let header = text.lines().take_while(|line| line.starts_with("//!")).count();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(
            header,
            "macro_rules! todo { ($($text:tt)*) => {{ let _ = ::std::format!($($text)*); }} }",
        );
        write_whole(&self.file, &lines.join("\n"))
            .map_err(|error| GradeError::Answer { file: self.file.clone(), error })?;

        let mut finding = Finding::default();
        let verdict = self.grade(grader, "empty")?;
        match &verdict.own_tests {
            Some(own) if own.accepts_reference && own.caught.is_empty() && verdict.score == 0 => {}
            _ => finding.add(self, "the frame without assertions catches something".to_owned()),
        }
        Ok(finding)
    }

    /// The reference passes, and is explored: else nobody's answer is.
    fn reference(&self, grader: &Grader<'_>) -> Result<Finding, GradeError> {
        let verdict = self.grade(grader, "reference")?;
        let mut finding = self.must_pass(&verdict);
        for step in verdict.steps.iter().filter(|step| step.outcome == Ending::NotExplored) {
            finding.add(self, format!("`{}` is {}", step.name, step.message));
        }
        Ok(finding)
    }

    fn must_pass(&self, verdict: &Verdict) -> Finding {
        let mut finding = Finding::default();
        let name = self.name();
        if let Some(failure) = &verdict.compile_failure {
            let error = failure.diagnostics.errors.first();
            let message = error.map_or("no message", |error| error.message.as_str());
            finding.add(self, format!("`{name}` does not compile: {message}"));
        } else if let Some(own) = verdict.own_tests.as_ref().filter(|_| !verdict.passed) {
            let (caught, needed) = (own.caught.len(), own.needed);
            finding
                .add(self, format!("`{name}` catches {caught} wrong answers of {needed} needed"));
        } else if let Some(step) = verdict.first_failure() {
            let (step, message) = (&step.name, &step.message);
            finding.add(self, format!("`{name}` fails in `{step}`: {message}"));
        }
        finding
    }

    fn right(&self, grader: &Grader<'_>) -> Result<Finding, GradeError> {
        let mut finding = self.must_pass(&self.grade(grader, "right")?);
        if self.header()?.get("Differs by").is_none() {
            finding.add(self, format!("`{}` does not say what it differs by", self.name()));
        }
        Ok(finding)
    }

    /// The first step that fails is the named one, with the named outcome.
    fn wrong(&self, grader: &Grader<'_>) -> Result<Finding, GradeError> {
        let header = self.header()?;
        let verdict = self.grade(grader, "wrong")?;
        let mut finding = Finding::default();
        let name = self.name();
        if verdict.compile_failure.is_some() {
            finding.add(self, format!("`{name}` does not compile, and must to be proven wrong"));
            return Ok(finding);
        }
        let Some(first) = verdict.first_failure() else {
            finding.add(self, format!("`{name}` is rejected by no step"));
            return Ok(finding);
        };

        if header.get("Rejected by") != Some(first.name.as_str()) {
            finding.add(self, format!("`{name}` is first rejected by `{}`", first.name));
        }
        if header.get("Outcome") != Some(first.outcome.name()) {
            finding.add(self, format!("`{name}` ends as `{}`", first.outcome.name()));
        }
        if header.get("Why people write it").is_none() {
            finding.add(self, format!("`{name}` does not say why people write it"));
        }
        let is_asked = |step: &&StepVerdict| step.outcome != Ending::Later;
        let rejected_by = verdict.steps.iter().filter(is_asked);
        let rejected_by = rejected_by.filter(|step| !step.outcome.is_passed());
        finding.kill = Some(Kill {
            exercise: self.place.id(),
            wrong_answer: name,
            outcome: first.outcome.name().to_owned(),
            rejected_by: rejected_by.map(|step| step.name.clone()).collect(),
        });
        Ok(finding)
    }

    fn wont_compile(
        &self,
        grader: &Grader<'_>,
        case: &CompileError,
    ) -> Result<Finding, GradeError> {
        let mut finding = Finding::default();
        let declared = self.header()?;
        let compiled = grader.compile(self.place, &self.toolchain, &self.answer("wont_compile"))?;
        if !compiled.diagnostics.has_error(&case.code) || compiled.program.is_some() {
            finding.add(self, format!("`{}` does not fail with {}", self.name(), case.code));
        }
        if declared.get("Error") != Some(case.code.as_str()) {
            finding.add(self, format!("`{}` names another error in its header", self.name()));
        }
        Ok(finding)
    }

    fn name(&self) -> String {
        stem(&self.file)
    }
}

impl Finding {
    fn add(&mut self, job: &Job<'_>, what: String) {
        self.problems.push(Problem { place: job.place.id(), what });
    }
}
