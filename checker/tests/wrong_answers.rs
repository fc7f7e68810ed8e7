//! What a learner sees of every wrong answer, as reviewed snapshots.

use std::{collections::BTreeMap, fs, path::Path};

use checker::{
    course::{Course, Kind},
    grade::{Answer, Grader, files_in, in_parallel, stem},
    report::{self, Detail},
    run::{Canceled, Ending},
    text::Color,
    variant::Header,
    verdict::Verdict,
    workspace::Workspace,
};
use trace::Outcome;

#[test]
fn every_wrong_answer_is_rejected_with_a_reason() {
    let workspace = Workspace::above(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course");
    let course = Course::embedded().expect("the pack is whole");
    let grader = Grader {
        workspace: &workspace,
        course: &course,
        has_color: false,
        canceled: Canceled::default(),
    };
    let mut wrong = Vec::new();
    for place in course.places().filter(|place| place.exercise.kind != Kind::Test) {
        let folder = workspace.root().join(place.variants("wrong"));
        wrong.extend(files_in(&folder).expect("readable").into_iter().map(|file| (place, file)));
    }

    // Grouped by exercise: a file for each, so that all ways to get it wrong are read together.
    let seen = in_parallel(&wrong, |(place, file)| {
        let answer = Answer::other(file.clone(), "wrong");
        let verdict = grader.grade_answer(*place, &answer, &())?;
        let header = Header::parse(&fs::read_to_string(file).expect("it was read a moment ago"));
        let next = format!("cargo checker hint {}", verdict.id);
        let text = report::verdict(&verdict, Some(&next), Detail::FirstFailure, Color::Off);
        let text = match header.draws_lots() {
            Some(lots) => same_each_time(&verdict, &text, &format!("lots decide: {lots}")),
            None if is_busy(&verdict) => {
                same_each_time(&verdict, &text, "a line of its loop is told")
            }
            None => text,
        };
        Ok((verdict.id.clone(), stem(file), text))
    });
    let mut exercises: BTreeMap<String, String> = BTreeMap::new();
    for (exercise, name, text) in seen.expect("every wrong answer can be graded") {
        assert!(text.starts_with("not yet: "), "{exercise}: `{name}` is accepted\n{text}");
        let page = exercises.entry(exercise.replace('/', "_")).or_default();
        page.push_str(&format!("==== {name}\n{text}\n"));
    }
    for (exercise, page) in exercises {
        insta::assert_snapshot!(exercise, page);
    }
}

/// Whether it came to its end by the moment at which somebody looked: at any line of a loop.
fn is_busy(verdict: &Verdict) -> bool {
    let step = verdict.first_failure();
    step.is_some_and(|step| step.outcome == Ending::Reported(Outcome::Busy))
}

/// What a verdict says in every run, where the rest differs, and why it does: the step, and what it
/// demands.
fn same_each_time(verdict: &Verdict, text: &str, why: &str) -> String {
    let headline = text.lines().next().unwrap_or_default();
    let step = verdict.first_failure().expect("a wrong answer fails in a step");
    format!("{headline}\n\n{}\n{why}\n", step.requirement)
}
