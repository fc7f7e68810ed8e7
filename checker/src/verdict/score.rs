//! The scores of lessons, from the verdicts on their exercises.

use serde::Serialize;

use super::Verdict;
use crate::course::{Kind, Track};

/// What a lesson has earned. Predictions do not score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Score<'a> {
    /// The lesson's name.
    pub lesson: &'a str,
    /// Whether every exercise of its core passed, of those that were checked.
    pub passed: bool,
    /// The points earned.
    pub score: u32,
    /// The points to be had.
    pub points: u32,
}

/// A score for each lesson, in the order of the verdicts.
pub fn scores(verdicts: &[Verdict]) -> Vec<Score<'_>> {
    let mut scores: Vec<Score<'_>> = Vec::new();
    for verdict in verdicts {
        let lesson = verdict.id.split('/').next().unwrap_or_default();
        if scores.last().is_none_or(|score| score.lesson != lesson) {
            scores.push(Score { lesson, passed: true, score: 0, points: 0 });
        }
        let score = scores.last_mut().expect("one was just put there");
        score.passed &= verdict.passed || verdict.track == Track::More;
        if verdict.kind != Kind::Predict {
            score.score += verdict.score;
            score.points += verdict.points;
        }
    }
    scores
}
