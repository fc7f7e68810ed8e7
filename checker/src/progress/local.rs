//! What stays on the learner's machine, `.awaitlings/local/state.json`.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

use crate::course::LEVELS;

/// What stays on the machine.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Local {
    /// The highest level opened, from 1 to 3.
    pub(super) hints: BTreeMap<String, usize>,
    pub(super) later: BTreeSet<String>,
    pub(super) given_up: BTreeSet<String>,
    /// Passed without the third hint and the solution.
    pub(super) unaided: BTreeSet<String>,
    pub(super) attempts: BTreeMap<String, Attempts>,
}

/// What is known of an exercise's runs. Times are seconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempts {
    /// How many verdicts there were until it passed.
    pub runs: u32,
    /// When the first of them was.
    pub first: u64,
    /// When it passed, if it did.
    pub passed: Option<u64>,
    /// The kind of the last failure, and whether the learner has asked for a hint since.
    pub failure: Option<LastFailure>,
}

/// The failure that a hint is to be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastFailure {
    /// Its kind, as the verdict names it.
    pub kind: String,
    /// What to think of first.
    pub hint: Option<String>,
    /// The chapter to read.
    pub read: String,
    /// Whether that was shown.
    pub is_hinted: bool,
}

impl Local {
    /// Notes that an exercise passed at this moment.
    pub(super) fn pass(&mut self, id: &str) {
        let attempts = self.attempts.entry(id.to_owned()).or_default();
        attempts.failure = None;
        if attempts.passed.is_none() {
            attempts.passed = Some(now());
            attempts.runs += 1;
            attempts.first = if attempts.first == 0 { now() } else { attempts.first };
            let has_seen_all = self.hints.get(id).is_some_and(|level| *level >= LEVELS.len());
            if !has_seen_all && !self.given_up.contains(id) {
                self.unaided.insert(id.to_owned());
            }
        }
        self.later.remove(id);
    }

    /// Notes that an exercise failed at this moment.
    pub(super) fn fail(&mut self, id: &str, failure: LastFailure) {
        let attempts = self.attempts.entry(id.to_owned()).or_default();
        if attempts.passed.is_none() {
            attempts.runs += 1;
            attempts.first = if attempts.first == 0 { now() } else { attempts.first };
        }
        let is_same = attempts.failure.as_ref().is_some_and(|last| last.kind == failure.kind);
        if !is_same {
            attempts.failure = Some(failure);
        }
    }
}

/// Seconds since 1970; 0 on a machine whose clock stands before that.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
