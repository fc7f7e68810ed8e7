//! What the runs of an exercise mean. Pure: everything it needs is handed in.

mod failure;
mod score;
mod source;

pub use failure::Failure;
pub use score::{Score, scores};
pub use source::{Excerpt, Source, Sources};

use serde::Serialize;
use trace::{Explored, Outcome, Trace};

use crate::{
    build::Diagnostics,
    course::{Exercise, Kind, Place, Track},
    run::{Ending, StepRun},
};

/// What is to be said about an answer.
#[derive(Debug, Clone, Serialize)]
pub struct Verdict {
    /// The exercise: `gather/fetch_all`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What the learner does in it.
    pub kind: Kind,
    /// Whether the lesson is passed without it.
    pub track: Track,
    /// Whether all that was asked holds.
    pub passed: bool,
    /// The points earned.
    pub score: u32,
    /// The points to be had.
    pub points: u32,
    /// The steps in order; empty if the answer did not compile.
    pub steps: Vec<StepVerdict>,
    /// The compiler's word, if the answer did not compile.
    pub compile_failure: Option<CompileFailure>,
    /// What of the stub was given and is not as it was; then nothing was run.
    pub changed_stub: Vec<String>,
    /// What the learner's own tests caught, if the exercise is about them.
    pub own_tests: Option<OwnTests>,
    /// What kind of failure it is, if it has not passed.
    pub failure: Option<Failure>,
    /// Whether it passed, now or before, and the learner had opened neither the third hint nor the
    /// solution. Who grades does not know it: who keeps the progress fills it in.
    pub unaided: bool,
    /// What else the learner should know: an edited test, say.
    pub notices: Vec<String>,
}

/// What is to be said about a step.
#[derive(Debug, Clone, Serialize)]
pub struct StepVerdict {
    /// Its name.
    pub name: String,
    /// What it demands, in numbers.
    pub requirement: String,
    /// What it is worth.
    pub points: u32,
    /// How it ended.
    pub outcome: Ending,
    /// What was seen and what that points to.
    pub message: String,
    /// Where, as `file:line`.
    pub place: Option<String>,
    /// The lines to look at, if it did not pass and there is something to see in them.
    pub source: Option<Excerpt>,
    /// How many schedules were tried, if it is an explored step that passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explored: Option<Explored>,
    /// What the code under test did.
    pub trace: Trace,
}

/// Why an answer did not compile, and what to do about it.
#[derive(Debug, Clone, Serialize)]
pub struct CompileFailure {
    /// The compiler's messages.
    pub diagnostics: Diagnostics,
    /// What the exercise has to say about them.
    pub advice: Vec<Advice>,
}

/// What an exercise has to say about a compile error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// The compiler's code.
    pub code: String,
    /// One sentence.
    pub text: String,
    /// Where to read on.
    pub read: String,
}

/// What the learner's own tests caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnTests {
    /// The exercise they are about.
    pub subject: String,
    /// Whether they pass on the reference solution.
    pub accepts_reference: bool,
    /// The wrong answers they reject.
    pub caught: Vec<String>,
    /// The wrong answers they let through.
    pub missed: Vec<String>,
    /// The wrong answers that fail in any test that calls them, because they hang or panic by
    /// themselves: they say nothing of a test.
    pub not_counted: Vec<String>,
    /// How many they must reject.
    pub needed: usize,
}

impl StepVerdict {
    fn new(name: String, points: u32, sources: &Sources<'_>, run: StepRun) -> StepVerdict {
        let place = run.place.as_deref();
        let source = sources.excerpt(&name, place).filter(|_| is_worth_a_look(&run));
        StepVerdict {
            requirement: sources.requirement(&name),
            name,
            points,
            outcome: run.ending,
            message: run.message,
            place: run.place,
            source,
            explored: run.explored,
            trace: run.trace,
        }
    }

    /// Whether it waits for a first answer: nothing went wrong yet.
    pub fn is_unanswered(&self) -> bool {
        self.message.starts_with("unanswered")
    }
}

/// Whether the source says more than the message: what is still to do is told by its own sentence.
fn is_worth_a_look(run: &StepRun) -> bool {
    let is_to_do = run.ending == Ending::Reported(Outcome::Unfinished);
    !run.ending.is_passed() && !is_to_do && !run.message.starts_with("unanswered")
}

impl Verdict {
    /// The verdict on an answer that compiled and whose steps ran.
    pub fn of_runs(place: Place<'_>, sources: &Sources<'_>, runs: Vec<StepRun>) -> Verdict {
        let steps: Vec<StepVerdict> = place
            .exercise
            .steps
            .iter()
            .zip(runs)
            .map(|(step, run)| StepVerdict::new(step.name.clone(), step.points, sources, run))
            .collect();
        let earned = steps.iter().filter(|step| step.outcome.is_passed());
        let failed = steps.iter().find(|step| !step.outcome.is_passed());
        Verdict {
            passed: failed.is_none(),
            score: earned.map(|step| step.points).sum(),
            failure: failed.map(|step| Failure::of_step(step.outcome, &place.lesson.name)),
            steps,
            ..Verdict::nothing_yet(place)
        }
    }

    /// The verdict on an answer that did not compile.
    pub fn of_compile_failure(place: Place<'_>, diagnostics: Diagnostics) -> Verdict {
        let advice = advice(place.exercise, &diagnostics);
        Verdict {
            compile_failure: Some(CompileFailure { diagnostics, advice }),
            failure: Some(Failure::does_not_compile(&place.lesson.name)),
            ..Verdict::nothing_yet(place)
        }
    }

    /// The verdict on an answer that compiles and answers another question.
    pub fn of_changed_stub(place: Place<'_>, changed_stub: Vec<String>) -> Verdict {
        let failure = Some(Failure::changed_stub(&place.lesson.name));
        Verdict { changed_stub, failure, ..Verdict::nothing_yet(place) }
    }

    /// The verdict on the learner's own tests, from their runs on the reference, by name, and on
    /// wrong answers.
    ///
    /// The score is the share that they catch of the wrong answers they must; a test that fails on
    /// the reference asks for something wrong, and then nothing counts.
    pub fn of_own_tests(
        place: Place<'_>,
        sources: &Sources<'_>,
        on_reference: Vec<(String, StepRun)>,
        own_tests: OwnTests,
    ) -> Verdict {
        let points_of = |name: &str| {
            let step = place.exercise.steps.iter().find(|step| step.name == name);
            step.map_or(0, |step| step.points)
        };
        let steps = on_reference.into_iter().map(|(name, run)| {
            let points = points_of(&name);
            StepVerdict::new(name, points, sources, run)
        });
        let mut verdict = Verdict { steps: steps.collect(), ..Verdict::nothing_yet(place) };
        let counted = u32::try_from(own_tests.caught.len().min(own_tests.needed));
        verdict.score = match (own_tests.accepts_reference, u32::try_from(own_tests.needed)) {
            (true, Ok(needed @ 1..)) => verdict.points * counted.unwrap_or(needed) / needed,
            _ => 0,
        };
        verdict.passed = own_tests.accepts_reference && own_tests.caught.len() >= own_tests.needed;
        verdict.failure = match verdict.first_failure() {
            _ if verdict.passed => None,
            Some(step) => Some(Failure::of_step(step.outcome, &place.lesson.name)),
            None => Some(Failure::own_tests(&place.lesson.name)),
        };
        verdict.own_tests = Some(own_tests);
        verdict
    }

    /// The first step that did not pass.
    pub fn first_failure(&self) -> Option<&StepVerdict> {
        self.steps.iter().find(|step| !step.outcome.is_passed())
    }

    /// The step whose timeline shows most, if one has anything to show.
    pub fn busiest_step(&self) -> Option<&StepVerdict> {
        /// More rows than this hide what they show.
        const MOST_ROWS: usize = 12;
        // Of two that show as much, the last in this order is taken: the earlier step.
        let busiest = self.steps.iter().rev().max_by_key(|step| {
            let rows = step.trace.calls.len() + step.trace.marks.len();
            (rows <= MOST_ROWS, step.trace.most_at_once(), rows)
        });
        busiest.filter(|step| !step.trace.is_empty())
    }

    fn nothing_yet(place: Place<'_>) -> Verdict {
        Verdict {
            id: place.id(),
            title: place.exercise.title.clone(),
            kind: place.exercise.kind,
            track: place.exercise.track,
            passed: false,
            score: 0,
            points: place.exercise.points(),
            steps: Vec::new(),
            compile_failure: None,
            changed_stub: Vec::new(),
            own_tests: None,
            failure: None,
            unaided: false,
            notices: Vec::new(),
        }
    }
}

/// The exercise's advice on the errors at hand, each once.
fn advice(exercise: &Exercise, diagnostics: &Diagnostics) -> Vec<Advice> {
    let fitting = exercise.compile_errors.iter().filter(|case| diagnostics.has_error(&case.code));
    let mut advice: Vec<Advice> = Vec::new();
    for case in fitting {
        if !advice.iter().any(|given| given.code == case.code) {
            advice.push(Advice {
                code: case.code.clone(),
                text: case.advice.clone(),
                read: case.read.clone(),
            });
        }
    }
    advice
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Hints, Lesson, Manifest};

    fn lesson() -> Lesson {
        let manifest = r#"
            title = "Gather"
            pattern = "together"
            asyncio = "gather"
            [[exercise]]
            name = "mine"
            title = "Your own tests"
            kind = "test"
            track = "core"
            stars = 1
            subject = "mine"
            catch = 4
            step = [{ name = "one", points = 3 }]
        "#;
        Lesson {
            name: "gather".to_owned(),
            manifest: Manifest::parse(manifest).expect("it is whole"),
            hints: Hints::default(),
        }
    }

    fn verdict_on(accepts_reference: bool, caught: usize) -> Verdict {
        let lesson = lesson();
        let place = lesson.places().next().expect("one exercise");
        let names = |count: usize| (0..count).map(|number| number.to_string()).collect();
        let own_tests = OwnTests {
            subject: "gather/fetch_all".to_owned(),
            accepts_reference,
            caught: names(caught),
            missed: names(5 - caught),
            not_counted: Vec::new(),
            needed: 4,
        };
        let none = Source { path: "", text: "" };
        let sources = Sources { steps: none, answer: none };
        Verdict::of_own_tests(place, &sources, Vec::new(), own_tests)
    }

    #[test]
    fn own_tests_earn_their_share_of_what_they_must_catch() {
        let seen = [0, 2, 4, 5].map(|caught| {
            let verdict = verdict_on(true, caught);
            (verdict.score, verdict.passed)
        });

        assert_eq!(seen, [(0, false), (1, false), (3, true), (3, true)]);
    }

    #[test]
    fn own_tests_that_fail_on_the_reference_earn_nothing() {
        let verdict = verdict_on(false, 5);

        assert_eq!((verdict.score, verdict.passed), (0, false));
    }
}
