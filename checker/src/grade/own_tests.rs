//! Grades tests that the learner wrote, by what they let through.

use std::{fs, path::PathBuf};

use super::{Answer, GradeError, Grader, files_in, in_parallel, label_of, slashed, stem};
use crate::{
    build::{self, Compiled, Toolchain},
    course::Place,
    run::{self, StepRun},
    variant::Header,
    verdict::{OwnTests, Source, Sources, Verdict},
};

/// What the learner's tests made of a wrong answer.
enum Seen {
    Caught,
    Missed,
    NotCounted,
}

impl Grader<'_> {
    /// Runs the learner's tests on the reference and on every wrong answer of their subject.
    pub(super) fn grade_own_tests(
        &self,
        place: Place<'_>,
        tests: &Answer,
        text: &str,
        toolchain: &Toolchain,
    ) -> Result<Verdict, GradeError> {
        let subject = self.subject(place);
        let on = |answer: PathBuf, name: &str| -> Result<Compiled, GradeError> {
            let sources = build::Sources {
                lesson: &place.lesson.name,
                exercise: &subject.exercise.name,
                answer,
                is_program: subject.exercise.is_program(),
                steps: tests.file.clone(),
                steps_shown_as: place.answer(),
                label: label_of(place, &format!("{}/on-{name}", tests.label)),
                has_color: self.has_color,
                has_lines: false,
                tokio: build::Tokio::Itself,
                is_saved_often: tests.is_saved_often,
            };
            Ok(build::compile(self.workspace, toolchain, &sources, &self.canceled)?)
        };

        let compiled = on(self.workspace.root().join(subject.solution()), "reference")?;
        let Some(program) = &compiled.program else {
            return Ok(Verdict::of_compile_failure(place, compiled.diagnostics));
        };
        let names = names(place, text);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let on_reference = self.run_all(&names, program, run::run_own_test)?;
        let accepts_reference = on_reference.iter().all(|run| run.ending.is_passed());
        let mut own_tests = OwnTests {
            subject: subject.id(),
            accepts_reference,
            caught: Vec::new(),
            missed: Vec::new(),
            not_counted: Vec::new(),
            needed: place.exercise.catch.unwrap_or(1),
        };
        if accepts_reference {
            let all = files_in(&self.workspace.root().join(subject.variants("wrong")))?;
            let header_of = |file: &PathBuf| {
                fs::read_to_string(file).map(|text| Header::parse(&text)).unwrap_or_default()
            };
            // What hangs is not even run: each test would have to be waited for.
            let (hanging, wrong) =
                all.into_iter().partition::<Vec<_>, _>(|file| header_of(file).hangs());
            own_tests.not_counted.extend(hanging.iter().map(|file| stem(file)));
            for (name, seen) in in_parallel(&wrong, |file| {
                let name = stem(file);
                let compiled = on(file.clone(), &name)?;
                let runs = match &compiled.program {
                    Some(program) => self.run_all(&names, program, run::run_own_test)?,
                    // Tests that do not compile with another right signature are no tests of it.
                    None => Vec::new(),
                };
                let seen = if runs.iter().any(|run| is_assertion_of(place, run)) {
                    Seen::Caught
                } else if header_of(file).panics() {
                    Seen::NotCounted
                } else {
                    Seen::Missed
                };
                Ok((name, seen))
            })? {
                match seen {
                    Seen::Caught => own_tests.caught.push(name),
                    Seen::Missed => own_tests.missed.push(name),
                    Seen::NotCounted => own_tests.not_counted.push(name),
                }
            }
        }
        let (tests_path, answer_path) = (slashed(&place.answer()), slashed(&subject.solution()));
        let sources = Sources {
            steps: Source { path: &tests_path, text },
            // Its text is not shown: it would be the solution.
            answer: Source { path: &answer_path, text: "" },
        };
        let tests = names.iter().zip(on_reference).map(|(name, run)| ((*name).to_owned(), run));
        Ok(Verdict::of_own_tests(place, &sources, tests.collect(), own_tests))
    }

    /// The exercise that the learner's own tests are about.
    fn subject<'p>(&self, place: Place<'p>) -> Place<'p> {
        let name = place.exercise.subject.as_deref().unwrap_or_default();
        place
            .lesson
            .places()
            .find(|other| other.exercise.name == name)
            .expect("a manifest is refused if a subject is no exercise of it")
    }
}

/// The tests of the manifest and those that the learner has added.
fn names(place: Place<'_>, text: &str) -> Vec<String> {
    let mut names: Vec<String> =
        place.exercise.steps.iter().map(|step| step.name.clone()).collect();
    // What does not parse does not compile.
    for item in syn::parse_file(text).map(|file| file.items).unwrap_or_default() {
        let syn::Item::Fn(function) = item else { continue };
        // `#[test]`, `#[tokio::test]`, `#[kit::test]`.
        let is_test = |attribute: &syn::Attribute| {
            attribute.path().segments.last().is_some_and(|name| name.ident == "test")
        };
        let name = function.sig.ident.to_string();
        if function.attrs.iter().any(is_test) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether a test failed where the learner wrote it. A wrong answer that panics by itself fails
/// every test that calls it, also one that asserts nothing.
fn is_assertion_of(place: Place<'_>, run: &StepRun) -> bool {
    let file = slashed(&place.answer());
    let is_there = run.place.as_ref().is_some_and(|seen| seen.starts_with(&file));
    !run.ending.is_passed() && is_there
}
