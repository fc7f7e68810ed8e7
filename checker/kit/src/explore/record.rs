//! The turns of a run, written down as they come and told when somebody wants to know.
//!
//! A stack is cheap to take and dear to read: none is read before the schedule is told.

use std::sync::Arc;

use trace::{Deed, Then, Turn};

use crate::{lanes::name, place::Waiting};

/// How many turns are kept, and how many deeds of each: a failure stands at the end.
const MOST: usize = 80;

/// The last turns of a run.
#[derive(Debug, Default)]
pub(super) struct Record {
    turns: Vec<RawTurn>,
    /// How many turns came before them.
    pub(super) left_out: usize,
}

/// A turn whose stacks nobody has read yet.
#[derive(Debug)]
struct RawTurn {
    task: usize,
    at: u64,
    did: Vec<RawDeed>,
    end: RawEnd,
}

#[derive(Debug)]
enum RawDeed {
    Spawned(usize),
    WentOn(Arc<Waiting>),
}

#[derive(Debug)]
enum RawEnd {
    Interrupted(Option<Arc<Waiting>>),
    Waits(Option<Arc<Waiting>>),
    Gone(Then),
}

impl Record {
    /// `task` is polled at the virtual millisecond `at` and goes on from where it waited.
    /// `could_run` says who could have gone on instead.
    pub(super) fn begin(
        &mut self,
        task: usize,
        at: u64,
        went_on: Option<Arc<Waiting>>,
        could_run: impl Fn(usize) -> bool,
    ) {
        let went_on = went_on.map(RawDeed::WentOn);
        if let Some(turn) = self.turns.last_mut() {
            if turn.task == task && turn.at == at && matches!(turn.end, RawEnd::Waits(_)) {
                turn.did.extend(went_on);
                if turn.did.len() > MOST {
                    turn.did.remove(0);
                }
                return;
            }
            if could_run(turn.task)
                && let RawEnd::Waits(waiting) = &mut turn.end
            {
                turn.end = RawEnd::Interrupted(waiting.take());
            }
        }
        let did = went_on.into_iter().collect();
        self.push(RawTurn { task, at, did, end: RawEnd::Waits(None) });
    }

    /// Whoever has the turn has spawned `task`.
    pub(super) fn spawned(&mut self, task: usize) {
        if let Some(turn) = self.turns.last_mut() {
            turn.did.push(RawDeed::Spawned(task));
        }
    }

    /// Whoever had the turn waits.
    pub(super) fn waits(&mut self, waiting: Option<Arc<Waiting>>) {
        if let Some(turn) = self.turns.last_mut() {
            turn.end = RawEnd::Waits(waiting);
        }
    }

    /// Whoever had the turn is gone.
    pub(super) fn ended(&mut self, then: Then) {
        if let Some(turn) = self.turns.last_mut() {
            turn.end = RawEnd::Gone(then);
        }
    }

    /// `task` is dropped by somebody else.
    pub(super) fn dropped(&mut self, task: usize, at: u64) {
        self.push(RawTurn { task, at, did: Vec::new(), end: RawEnd::Gone(Then::Canceled) });
    }

    /// The turns for people. `spawned_at` knows where a task was spawned.
    pub(super) fn told(&self, spawned_at: impl Fn(usize) -> Option<String>) -> Vec<Turn> {
        let deeds = |deed: &RawDeed| match deed {
            RawDeed::Spawned(task) => {
                let what = format!("spawn {}", name(*task));
                vec![Deed { what, place: spawned_at(*task), source: None }]
            }
            RawDeed::WentOn(waiting) => waiting.deeds().to_vec(),
        };
        let turns = self.turns.iter().map(|turn| Turn {
            task: turn.task,
            at: turn.at,
            did: turn.did.iter().flat_map(deeds).collect(),
            then: match &turn.end {
                RawEnd::Interrupted(at) => Then::Interrupted(deeds_at(at.as_deref())),
                RawEnd::Waits(at) => Then::Waits(deeds_at(at.as_deref())),
                RawEnd::Gone(then) => then.clone(),
            },
        });
        turns.collect()
    }

    fn push(&mut self, turn: RawTurn) {
        self.turns.push(turn);
        if self.turns.len() > MOST {
            self.turns.remove(0);
            self.left_out += 1;
        }
    }
}

fn deeds_at(waiting: Option<&Waiting>) -> Vec<Deed> {
    waiting.map(Waiting::deeds).unwrap_or_default().to_vec()
}
