//! Who may run next: the scheduler of one explored run.
//!
//! Every task that is spawned through a façade is an [`Actor`](super::actor::Actor): when tokio
//! polls it, it says that it could run, and waits. When nothing else can run, the runtime is about
//! to park and calls a hook; then one of the actors that could run gets one poll. Thus tokio itself
//! runs everything, and each order of polls can be asked for.
//!
//! All of it lives on the thread of the run.

use std::{
    cell::RefCell,
    panic::Location,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::Waker,
};

use tokio::time::Instant;
use trace::{Schedule, Task, Then};

use super::{
    choices::{self, Choice, Chooser},
    record::Record,
};
use crate::{
    alive::Alive,
    lanes::{millis_between, name, place},
    place::Waiting,
};

/// How many polls a run may take.
pub(crate) const MOST_POLLS: usize = 5_000;

thread_local! {
    static SCHEDULER: RefCell<Option<Scheduler>> = const { RefCell::new(None) };
}

/// One run: its actors, who has the turn, and what was chosen so far.
#[derive(Debug)]
pub(crate) struct Scheduler {
    run: RunId,
    chooser: Chooser,
    choices: Vec<Choice>,
    actors: Vec<State>,
    /// Who may take the next poll.
    granted: Option<usize>,
    /// Who is being polled.
    current: Option<usize>,
    /// Who was polled last.
    last: Option<usize>,
    /// Wakes the future that ends the run.
    root: Option<Waker>,
    end: Option<End>,
    polls: usize,
    is_used: bool,
    is_over: bool,
    start: Instant,
    record: Option<Record>,
}

/// How a run ends, as far as turns go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The body is over, and nobody could go on after it.
    Done,
    /// Turns are taken without end.
    TooManyTurns,
}

/// Tells the runs of a process from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunId(u64);

/// An actor by its run and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ActorId {
    run: RunId,
    index: usize,
}

/// What the scheduler knows of one actor.
#[derive(Debug, Default)]
struct State {
    spawned_at: Option<&'static Location<'static>>,
    waker: Option<Waker>,
    could_run: bool,
    /// It let the others go first and waits until each has.
    has_yielded: bool,
    /// Where it was when its last poll ended.
    at: Option<Arc<Waiting>>,
    has_begun: bool,
    /// Its last poll ended by letting others go first.
    has_let_go: bool,
    is_gone: bool,
}

/// What a poll of an actor is to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Its run is over, or is another one: it runs as any future does.
    Open,
    /// It has the turn, with this many of tokio's operations until it has to wait.
    Granted {
        /// None if it is not yet at an operation: others may have their turn before that.
        operations: u8,
        /// Whether somebody wants to know where it will wait.
        is_recorded: bool,
    },
    /// It waits for its turn.
    Closed,
}

impl Scheduler {
    /// Begins a run on this thread. `is_recorded` says whether its turns are written down.
    pub(crate) fn install(chooser: Chooser, is_recorded: bool, start: Instant) -> RunId {
        static RUNS: AtomicU64 = AtomicU64::new(0);
        let run = RunId(RUNS.fetch_add(1, Ordering::Relaxed));
        let scheduler = Scheduler {
            run,
            chooser,
            choices: Vec::new(),
            actors: Vec::new(),
            granted: None,
            current: None,
            last: None,
            root: None,
            end: None,
            polls: 0,
            is_used: false,
            is_over: false,
            start,
            record: is_recorded.then(Record::default),
        };
        // The wakers of the run before, if it left any, are dropped when nothing is borrowed.
        drop(SCHEDULER.replace(Some(scheduler)));
        run
    }

    /// Ends the run on this thread and gives what is known of it.
    pub(crate) fn remove() -> Option<Scheduler> {
        SCHEDULER.take()
    }

    /// Looks at the run of this thread, if there is one. Nothing may be woken, polled or dropped
    /// meanwhile that is not ours.
    pub(crate) fn with<T>(look: impl FnOnce(&mut Scheduler) -> T) -> Option<T> {
        // A task may be dropped while its thread is torn down.
        SCHEDULER.try_with(|scheduler| scheduler.borrow_mut().as_mut().map(look)).ok().flatten()
    }

    /// A new actor; the current one has spawned it.
    pub(crate) fn add(&mut self, spawned_at: Option<&'static Location<'static>>) -> ActorId {
        let index = self.actors.len();
        self.actors.push(State { spawned_at, ..State::default() });
        if spawned_at.is_some() {
            self.is_used = true;
            if let Some(record) = &mut self.record
                && self.current.is_some()
            {
                record.spawned(index);
            }
        }
        ActorId { run: self.run, index }
    }

    /// The waker of whoever ends the run. Gives the one that was there.
    pub(crate) fn set_root(&mut self, waker: Waker) -> Option<Waker> {
        self.root.replace(waker)
    }

    /// The runtime has nothing to run. Gives whom to wake: who has the next turn, or, when the run is
    /// at its end, the root.
    pub(crate) fn on_quiet(&mut self) -> Option<Waker> {
        let is_main_gone = self.actors.first().is_some_and(|main| main.is_gone);
        let could_run = self.actors.iter().any(|actor| actor.could_run);
        self.end = match could_run {
            true if self.polls >= MOST_POLLS => Some(End::TooManyTurns),
            false if is_main_gone => Some(End::Done),
            _ => None,
        };
        if self.end.is_some() { self.root.clone() } else { self.grant() }
    }

    /// Whether the run is at its end, and which one.
    pub(crate) fn end_of_run(&self) -> Option<End> {
        self.end
    }

    /// Grants one poll to one of those who could run. Gives whom to wake, or nothing if nobody
    /// could run.
    fn grant(&mut self) -> Option<Waker> {
        // Who had the last turn comes first, who let others go first comes last.
        let is_eager = |actor: &State| actor.could_run && !actor.has_yielded;
        let last = self.last.filter(|last| is_eager(&self.actors[*last]));
        let (mut able, mut late): (Vec<usize>, _) = (last.into_iter().collect(), Vec::new());
        for (index, actor) in self.actors.iter().enumerate() {
            if is_eager(actor) && Some(index) != last {
                able.push(index);
            } else if actor.could_run && actor.has_yielded {
                late.push(index);
            }
        }
        let are_eager = able.len();
        able.append(&mut late);
        if able.is_empty() {
            return None;
        }
        // To take the turn from somebody who has not waited yet needs a reason; so does going on
        // before those one has let go first.
        let interrupts = last.is_some() || (are_eager > 0 && are_eager < able.len());
        let way = self.choose(able.len(), interrupts);
        let index = able[way];
        if way >= are_eager || are_eager == 0 {
            self.actors.iter_mut().for_each(|actor| actor.has_yielded = false);
        }
        let actor = &mut self.actors[index];
        actor.could_run = false;
        actor.has_yielded = false;
        self.granted = Some(index);
        actor.waker.take()
    }

    /// Chooses one of `of` ways.
    pub(crate) fn choose(&mut self, of: usize, interrupts: bool) -> usize {
        if of < 2 {
            return 0;
        }
        let taken = self.chooser.choose(self.choices.len(), of, interrupts);
        self.choices.push(Choice { taken, of, interrupts });
        taken
    }

    /// An actor is polled. Gives what to do and a waker to drop.
    pub(crate) fn enter(&mut self, id: ActorId, waker: &Waker) -> (Gate, Option<Waker>) {
        if id.run != self.run {
            return (Gate::Open, None);
        }
        if self.granted == Some(id.index) {
            self.granted = None;
            self.current = Some(id.index);
            self.last = Some(id.index);
            self.polls += 1;
            let went_on = self.actors[id.index].at.take();
            if let Some(record) = &mut self.record {
                let could_run = |index: usize| self.actors[index].could_run;
                record.begin(id.index, at(self.start), went_on, could_run);
            }
            let actor = &mut self.actors[id.index];
            // It waits at its next operation already, but for these.
            let is_before_one = std::mem::take(&mut actor.has_let_go) || !actor.has_begun;
            actor.has_begun = true;
            let is_recorded = self.record.is_some();
            return (Gate::Granted { operations: u8::from(!is_before_one), is_recorded }, None);
        }
        let actor = &mut self.actors[id.index];
        actor.could_run = true;
        (Gate::Closed, actor.waker.replace(waker.clone()))
    }

    /// The poll of an actor is over. `waiting` is where it waits, if that was asked for. Gives a waker
    /// to drop.
    pub(crate) fn leave(
        &mut self,
        id: ActorId,
        is_ready: bool,
        waiting: Option<Waiting>,
    ) -> Option<Waker> {
        if is_ready {
            return self.end(id, Then::Ended);
        }
        self.current = None;
        let waiting = waiting.map(Arc::new);
        self.actors[id.index].at.clone_from(&waiting);
        if let Some(record) = &mut self.record {
            record.waits(waiting);
        }
        None
    }

    /// An actor is gone: at its end, dropped before, or by a panic. Gives a waker to drop.
    pub(crate) fn end(&mut self, id: ActorId, then: Then) -> Option<Waker> {
        if id.run != self.run || self.actors[id.index].is_gone {
            return None;
        }
        if self.granted == Some(id.index) {
            self.granted = None;
        }
        // A body that panics takes everybody with it.
        self.is_over |= id.index == 0 && then == Then::Panicked;
        if let Some(record) = &mut self.record {
            match then {
                Then::Canceled if self.is_over => {}
                Then::Canceled => record.dropped(id.index, at(self.start)),
                _ => record.ended(then),
            }
        }
        if self.current == Some(id.index) {
            self.current = None;
        }
        let actor = &mut self.actors[id.index];
        actor.is_gone = true;
        actor.could_run = false;
        actor.waker.take()
    }

    /// Whether somebody has the turn, and so is being explored.
    pub(crate) fn is_polling(&self) -> bool {
        self.current.is_some()
    }

    /// The current actor lets the others go first.
    pub(crate) fn set_yielded(&mut self) {
        self.is_used = true;
        if let Some(current) = self.current {
            self.actors[current].has_yielded = true;
            self.actors[current].has_let_go = true;
        }
    }

    /// Whether any code called a façade.
    pub(crate) fn is_used(&self) -> bool {
        self.is_used
    }

    /// Everybody who is still there, and what they wait for, as far as it is known.
    pub(crate) fn alive(&self) -> Vec<Alive> {
        let actors = self.actors.iter().enumerate().filter(|(_, actor)| !actor.is_gone);
        let alive = actors.map(|(index, actor)| Alive {
            who: name(index),
            spawned_at: actor.spawned_at.map(place),
            waits: actor.at.as_ref().map(|at| at.deeds().to_vec()).unwrap_or_default(),
        });
        alive.collect()
    }

    pub(crate) fn into_choices(self) -> Vec<Choice> {
        self.choices
    }

    /// The run is over: what is dropped from now on is no news.
    pub(crate) fn close(&mut self) {
        self.is_over = true;
    }

    /// Whether the turns are written down.
    pub(crate) fn is_recorded(&self) -> bool {
        self.record.is_some()
    }

    /// The schedule, if it was written down.
    pub(crate) fn schedule(&self) -> Option<Schedule> {
        let record = self.record.as_ref()?;
        let spawned_at = |index: usize| self.actors[index].spawned_at.map(place);
        let tasks = (0..self.actors.len())
            .map(|index| Task { name: name(index), spawned_at: spawned_at(index) });
        let schedule = Schedule {
            choices: choices::written(&self.choices),
            tasks: tasks.collect(),
            left_out: record.left_out,
            turns: record.told(spawned_at),
        };
        Some(schedule.shortened())
    }
}

fn at(start: Instant) -> u64 {
    millis_between(start, Instant::now())
}
