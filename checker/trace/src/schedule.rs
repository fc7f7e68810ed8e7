//! One order in which the tasks of a run took their turns.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// Which task ran when, from one wait to the next.
///
/// A turn is what a task does between two of its awaits. Turns of one task that follow each other
/// are one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Schedule {
    /// The choices that lead to it: what to replay it by.
    pub choices: String,
    /// The tasks by the order in which they were spawned; the first is the test's body.
    pub tasks: Vec<Task>,
    /// How many turns are left out before the first one told.
    #[cfg_attr(feature = "serde", serde(default))]
    pub left_out: usize,
    /// The turns in their order.
    pub turns: Vec<Turn>,
}

/// One task of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Task {
    /// `body`, `task 1`, `task 2` …
    pub name: String,
    /// Where it was spawned, as `file:line`; nothing for the body.
    pub spawned_at: Option<String>,
}

/// What one task did until another had its turn.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Turn {
    /// Whose turn, as an index into [`Schedule::tasks`].
    pub task: usize,
    /// When it began, in virtual milliseconds since the run did.
    pub at: u64,
    /// What it went on with or did, in order.
    pub did: Vec<Deed>,
    /// How the turn ended.
    pub then: Then,
}

/// One operation at which others may have their turn: a lock, a message, a timer, a new task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Deed {
    /// What, such as `Mutex::lock`.
    pub what: String,
    /// Where, as `file:line`, if the code was compiled with line tables.
    pub place: Option<String>,
    /// The line of code there, if it could be read.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub source: Option<String>,
}

impl Schedule {
    /// Puts the lines of code to their places, where `line` knows them.
    pub fn add_sources(&mut self, line: impl Fn(&str) -> Option<String>) {
        for turn in &mut self.turns {
            let (Then::Interrupted(then) | Then::Waits(then)) = &mut turn.then else {
                turn.did.iter_mut().for_each(|deed| deed.add_source(&line));
                continue;
            };
            turn.did.iter_mut().chain(then).for_each(|deed| deed.add_source(&line));
        }
    }

    /// Whether any line of code stands at its place.
    pub fn has_sources(&self) -> bool {
        self.turns.iter().any(|turn| {
            let waits = match &turn.then {
                Then::Interrupted(deeds) | Then::Waits(deeds) => deeds.as_slice(),
                _ => &[],
            };
            turn.did.iter().chain(waits).any(|deed| deed.source.is_some())
        })
    }

    /// Leaves out what is told twice, and makes one turn of two that follow each other.
    pub fn shortened(self) -> Schedule {
        let mut kept: Vec<Turn> = Vec::new();
        for turn in self.turns {
            match kept.last_mut() {
                Some(last) if last.goes_on_with(&turn) => {
                    last.did.extend(turn.did);
                    last.then = turn.then;
                }
                _ => kept.push(turn),
            }
        }
        for turn in &mut kept {
            turn.did.dedup();
            if let Then::Waits(deeds) | Then::Interrupted(deeds) = &turn.then
                && deeds.contains(turn.did.last().unwrap_or(&Deed::default()))
            {
                turn.did.pop();
            }
        }
        Schedule { turns: kept, ..self }
    }
}

impl Turn {
    fn goes_on_with(&self, next: &Turn) -> bool {
        let could_go_on = matches!(self.then, Then::Interrupted(_) | Then::Waits(_));
        could_go_on && (self.task, self.at) == (next.task, next.at) && next.then != Then::Canceled
    }
}

impl Deed {
    fn add_source(&mut self, line: impl Fn(&str) -> Option<String>) {
        // Which task is spawned says more than the line that does it.
        if self.source.is_none() && !self.what.starts_with("spawn ") {
            self.source = self.place.as_deref().and_then(line);
        }
    }
}

/// How a turn ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Then {
    /// It was at this and could have gone on, and another task had its turn first.
    Interrupted(Vec<Deed>),
    /// It waits, for these if they are known: several, if it joins or selects.
    Waits(Vec<Deed>),
    /// It came to its end.
    Ended,
    /// It was dropped before its end.
    Canceled,
    /// It panicked.
    Panicked,
}
