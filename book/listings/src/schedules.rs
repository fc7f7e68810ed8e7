//! "You are the executor": every order in which the futures of a small program can be polled.
//!
//! The kit's explorer looks for one schedule of a whole test that fails. This one tells *all*
//! schedules of two or three futures, poll by poll, so that a reader can choose them one by one. The
//! futures are polled by hand, outside a runtime: they may use what tokio has for tasks that wait
//! for each other, and no timers and no sockets.

use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Wake, Waker},
};

use serde::Serialize;
use tokio::runtime::Handle;

use crate::say;

/// So many polls are more than a reader makes; a program that needs more does not end.
const MOST_POLLS: usize = 24;

/// A future that is polled by hand.
pub type ByHand = Pin<Box<dyn Future<Output = ()>>>;

/// A program of a few futures that share something.
pub struct Program {
    /// The futures with their names, in the order in which the reader sees them.
    pub futures: Vec<(&'static str, ByHand)>,
    /// Tells what an ending is worth.
    pub judge: Box<dyn FnOnce(Ended) -> Ending>,
}

/// How a schedule came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Every future is done.
    Done,
    /// Some wait, and nobody is left who could wake them.
    Stuck,
}

/// What an ending is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// Whether it is the one that the reader was asked to find.
    pub is_found: bool,
    /// It in one sentence.
    pub text: String,
}

/// All schedules of a program, `awaitlings/tree/v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tree {
    /// Always [`Tree::SCHEMA`].
    pub schema: &'static str,
    /// The names of the futures. Everywhere else they are numbers, from 0.
    pub futures: Vec<&'static str>,
    /// How many schedules there are.
    pub schedules: usize,
    /// How many of them end as the reader was asked to find.
    pub found: usize,
    /// Nothing is polled yet.
    pub root: Node,
}

/// Where a schedule stands after some polls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    /// What the last poll said.
    pub says: Vec<String>,
    /// What each future could do now.
    pub states: Vec<State>,
    /// The polls from which one can be chosen; none at the end.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Step>,
    /// What the end is worth, if this is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
}

/// What a future could do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It was not yet polled, or was woken since its last poll.
    Ready,
    /// It said "not yet", and nobody has woken it.
    Waits,
    /// It is done.
    Done,
}

/// One poll, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Which future is polled.
    pub poll: usize,
    /// Where the schedule stands then.
    pub then: Node,
}

impl Tree {
    /// The name and version of this form.
    pub const SCHEMA: &str = "awaitlings/tree/v1";

    /// Runs the program once for each schedule. `make` gives it anew each time.
    ///
    /// # Panics
    ///
    /// If a schedule needs more than 24 polls, and inside a runtime, which would keep some of the
    /// wakes for itself.
    pub fn of(make: impl Fn() -> Program) -> Tree {
        assert!(Handle::try_current().is_err(), "the futures are polled outside a runtime");
        let futures = make().futures.iter().map(|(name, _)| *name).collect();
        let root = node(&make, &mut Vec::new());
        let (schedules, found) = endings(&root);
        Tree { schema: Tree::SCHEMA, futures, schedules, found, root }
    }
}

/// The node to which `polls` lead, with all that follow it.
fn node(make: &dyn Fn() -> Program, polls: &mut Vec<usize>) -> Node {
    let Replay { says, states, ending } = replay(make(), polls);
    let mut next = Vec::new();
    if ending.is_none() {
        assert!(polls.len() < MOST_POLLS, "no end after the polls {polls:?}");
        for (poll, _) in states.iter().enumerate().filter(|(_, state)| **state == State::Ready) {
            polls.push(poll);
            next.push(Step { poll, then: node(make, polls) });
            polls.pop();
        }
    }
    Node { says, states, next, ending }
}

struct Replay {
    says: Vec<String>,
    states: Vec<State>,
    ending: Option<Ending>,
}

/// Runs the program from its beginning by these polls.
fn replay(program: Program, polls: &[usize]) -> Replay {
    let journal = say::begin_anew();
    let mut futures: Vec<Slot> = program.futures.into_iter().map(|(_, it)| Slot::new(it)).collect();
    let mut says = Vec::new();
    for poll in polls {
        let before = journal.lines().len();
        futures[*poll].poll();
        says = journal.lines().split_off(before);
    }

    let states: Vec<State> = futures.iter().map(Slot::state).collect();
    let ended = match &states {
        states if states.contains(&State::Ready) => None,
        states if states.contains(&State::Waits) => Some(Ended::Stuck),
        _ => Some(Ended::Done),
    };
    Replay { says, states, ending: ended.map(program.judge) }
}

/// How many schedules end below a node, and how many of them as asked for.
fn endings(node: &Node) -> (usize, usize) {
    match &node.ending {
        Some(ending) => (1, usize::from(ending.is_found)),
        None => node
            .next
            .iter()
            .map(|step| endings(&step.then))
            .fold((0, 0), |sum, more| (sum.0 + more.0, sum.1 + more.1)),
    }
}

/// A future until it is done, and whether somebody woke it.
struct Slot {
    future: Option<ByHand>,
    woken: Arc<Woken>,
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Slot {
    fn new(future: ByHand) -> Slot {
        Slot { future: Some(future), woken: Arc::new(Woken(AtomicBool::new(true))) }
    }

    fn poll(&mut self) {
        self.woken.0.store(false, Ordering::SeqCst);
        let waker = Waker::from(self.woken.clone());
        if let Some(future) = &mut self.future
            && future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready()
        {
            self.future = None;
        }
    }

    fn state(&self) -> State {
        match (&self.future, self.woken.0.load(Ordering::SeqCst)) {
            (None, _) => State::Done,
            (Some(_), true) => State::Ready,
            (Some(_), false) => State::Waits,
        }
    }
}
