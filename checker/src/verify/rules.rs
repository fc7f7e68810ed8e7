//! The rules that hold for an exercise as a whole.

use std::collections::HashSet;

use super::{Kill, Problem};
use crate::{
    course::{Kind, LEVELS, Place},
    text::plural,
};

/// The most lines a hint may have.
const HINT_LINES: usize = 8;

/// Every exercise has its three hints, each short.
pub(super) fn hints(place: Place<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (level, name) in LEVELS.iter().enumerate() {
        let what = match place.lesson.hints.of(&place.exercise.name, level) {
            None => format!("the hint `{name}` is missing"),
            Some(hint) if hint.lines().count() > HINT_LINES => {
                format!("the hint `{name}` has more than {HINT_LINES} lines")
            }
            Some(_) => continue,
        };
        problems.push(Problem { place: place.id(), what });
    }
    problems
}

/// Enough wrong answers, and at least half of the steps alone in rejecting one of them.
pub(super) fn strength(place: Place<'_>, kills: &[Kill]) -> Vec<Problem> {
    if place.exercise.kind == Kind::Test {
        return Vec::new();
    }
    let id = place.id();
    let kills: Vec<&Kill> = kills.iter().filter(|kill| kill.exercise == id).collect();
    let mut problems = Vec::new();
    if kills.len() < 3 {
        let what = format!("{} where three are asked for", plural(kills.len(), "wrong answer"));
        problems.push(Problem { place: id.clone(), what });
    }

    let only_killers: HashSet<&str> = kills
        .iter()
        .filter(|kill| kill.rejected_by.len() == 1)
        .map(|kill| kill.rejected_by[0].as_str())
        .collect();
    let steps = place.exercise.steps.len();
    if only_killers.len() < steps.div_ceil(2) {
        let what = format!(
            "{} of {} alone in rejecting a wrong answer, and half must be",
            only_killers.len(),
            plural(steps, "step"),
        );
        problems.push(Problem { place: id, what });
    }
    problems
}
