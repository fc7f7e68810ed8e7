//! The tasks of a run, as far as a façade tells of them: when each was spawned, polled and gone, and
//! where it waits; and the permits and queues that they share.

use std::{
    panic::Location,
    sync::{Arc, Weak},
    task::Waker,
};

use tokio::time::Instant;
use trace::{Counted, Lane, Level, Poll, Strip, TaskFate};

use crate::{
    alive::Alive,
    context::{self, Context},
    place::Waiting,
};

/// Polls and levels kept of one task or number: a busy one is told by its first ones.
const MOST: usize = 1_000;

/// A task of a run, known to that run alone.
#[derive(Debug, Clone)]
pub(crate) struct LaneId {
    run: Weak<Context>,
    world: usize,
    index: usize,
}

/// Reads a number that tasks share, or nothing when it is gone.
pub(crate) type Reading = Box<dyn Fn() -> Option<u64> + Send>;

/// All lanes of the world at hand.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    world: usize,
    open: Vec<Open>,
    numbers: Vec<Number>,
}

#[derive(Debug, Default)]
struct Open {
    spawned_at: Option<&'static Location<'static>>,
    from: u64,
    polls: Vec<Poll>,
    end: Option<(u64, TaskFate)>,
    waker: Option<Waker>,
    waiting: Option<Waiting>,
}

struct Number {
    strip: Strip,
    reading: Reading,
}

impl std::fmt::Debug for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.strip.fmt(f)
    }
}

/// Begins the lane of a future of the current run; nothing outside a run.
pub(crate) fn begin(spawned_at: Option<&'static Location<'static>>) -> Option<LaneId> {
    let run = context::current()?;
    let from = run.millis();
    let (world, index) = run.lanes().begin(spawned_at, from);
    Some(LaneId { run: Arc::downgrade(&run), world, index })
}

/// Takes up a number that tasks share, made at `made_at`; read after each poll of theirs.
pub(crate) fn share(
    counts: Counted,
    of: u64,
    made_at: &'static Location<'static>,
    reading: Reading,
) {
    if let Some(run) = context::current() {
        let now = run.millis();
        let made_at = place(made_at);
        let strip = Strip { counts, made_at, of, levels: Vec::new(), gone_at: None };
        let mut lanes = run.lanes();
        lanes.numbers.push(Number { strip, reading });
        lanes.read(now);
    }
}

impl LaneId {
    /// A poll has begun; gives the moment, which its end wants to know.
    pub(crate) fn begin_poll(&self, waker: &Waker) -> u64 {
        let Some(run) = self.run.upgrade() else { return 0 };
        let now = run.millis();
        let old = run.lanes().of(self).and_then(|lane| match &lane.waker {
            Some(known) if known.will_wake(waker) => None,
            _ => lane.waker.replace(waker.clone()),
        });
        // Dropped where nothing is locked.
        drop(old);
        now
    }

    /// The poll that began at `from` is over.
    pub(crate) fn end_poll(&self, from: u64, is_ready: bool) {
        let Some(run) = self.run.upgrade() else { return };
        // A poll that was asked for to see where it waits is none of the run's own.
        if !run.is_looking() {
            let to = run.millis();
            let mut lanes = run.lanes();
            if let Some(lane) = lanes.of(self) {
                lane.polled(Poll { from, to });
            }
            lanes.read(to);
        }
        if is_ready {
            self.end(TaskFate::Done);
        }
    }

    /// It is gone. The first word counts.
    pub(crate) fn end(&self, fate: TaskFate) {
        let Some(run) = self.run.upgrade() else { return };
        let now = run.millis();
        let mut lanes = run.lanes();
        let waker = lanes.of(self).and_then(|lane| {
            lane.end.get_or_insert((now, fate));
            lane.waker.take()
        });
        drop(lanes);
        drop(waker);
    }

    /// Whether the run wants to know where everybody waits.
    pub(crate) fn is_looked_at(&self) -> bool {
        self.run.upgrade().is_some_and(|run| run.is_looking())
    }

    /// Where it waits.
    pub(crate) fn waits(&self, waiting: Waiting) {
        if let Some(run) = self.run.upgrade()
            && let Some(lane) = run.lanes().of(self)
        {
            lane.waiting = Some(waiting);
        }
    }
}

impl Lanes {
    fn begin(
        &mut self,
        spawned_at: Option<&'static Location<'static>>,
        from: u64,
    ) -> (usize, usize) {
        self.open.push(Open { spawned_at, from, ..Open::default() });
        (self.world, self.open.len() - 1)
    }

    /// The lane, if it is one of the world at hand; the body is in all of them.
    fn of(&mut self, id: &LaneId) -> Option<&mut Open> {
        self.open.get_mut(id.index).filter(|_| id.index == 0 || id.world == self.world)
    }

    /// Forgets all but the body: a new world begins at the run's millisecond `now`.
    pub(crate) fn begin_new_world(&mut self, now: u64) {
        self.numbers.clear();
        self.open.truncate(1);
        if let Some(body) = self.open.first_mut() {
            *body = Open { from: now, ..Open::default() };
        }
        self.world += 1;
    }

    /// Reads the numbers that are shared.
    fn read(&mut self, now: u64) {
        for Number { strip, reading } in &mut self.numbers {
            let last = strip.levels.last().map(|level| level.value);
            match reading() {
                _ if strip.gone_at.is_some() || strip.levels.len() >= MOST => {}
                Some(value) if last == Some(value) => {}
                Some(value) => strip.levels.push(Level { at: now, value }),
                None => strip.gone_at = Some(now),
            }
        }
    }

    /// Whoever is still there: to be woken, so that they say where they wait.
    pub(crate) fn wakers(&self) -> Vec<Waker> {
        let alive = self.open.iter().filter(|lane| lane.end.is_none());
        alive.filter_map(|lane| lane.waker.clone()).collect()
    }

    /// The places at which somebody has waited, and was woken at once.
    pub(crate) fn places_that_woke(&self) -> Vec<String> {
        let waiting = self.open.iter().filter_map(|lane| lane.waiting.as_ref());
        waiting.flat_map(Waiting::places_that_woke).collect()
    }

    /// Who is still there: the body, and the tasks that a façade has spawned.
    pub(crate) fn alive(&self) -> Vec<Alive> {
        let lanes = self.open.iter().enumerate();
        let alive = lanes.filter(|(_, lane)| lane.end.is_none());
        alive.map(|(index, lane)| lane.alive(index)).collect()
    }

    /// The lanes up to `end`; `begin` is when the world began. All in milliseconds of the run.
    pub(crate) fn told(&self, begin: u64, end: u64) -> Vec<Lane> {
        let since = |at: u64| at.saturating_sub(begin);
        let lanes = self.open.iter().enumerate().map(|(index, lane)| {
            let (to, fate) = lane.end.unwrap_or((end, TaskFate::Running));
            let polls = lane.polls.iter();
            let polls = polls.map(|poll| Poll { from: since(poll.from), to: since(poll.to) });
            Lane {
                name: name(index),
                spawned_at: lane.spawned_at.map(place),
                from: since(lane.from),
                polls: polls.collect(),
                to: since(to),
                fate,
                waits_at: lane.alive(index).places(),
            }
        });
        lanes.collect()
    }

    /// The shared numbers.
    pub(crate) fn strips(&self, begin: u64) -> Vec<Strip> {
        let since = |at: u64| at.saturating_sub(begin);
        let strips = self.numbers.iter().map(|Number { strip, .. }| Strip {
            levels: strip
                .levels
                .iter()
                .map(|level| Level { at: since(level.at), value: level.value })
                .collect(),
            gone_at: strip.gone_at.map(since),
            ..strip.clone()
        });
        strips.collect()
    }
}

impl Open {
    fn alive(&self, index: usize) -> Alive {
        let spawned_at = self.spawned_at.map(place);
        let waits = self.waiting.as_ref().map(|waiting| waiting.deeds().to_vec());
        Alive { who: name(index), spawned_at, waits: waits.unwrap_or_default() }
    }

    fn polled(&mut self, poll: Poll) {
        // Those of one moment are one.
        let is_new = poll.is_blocked() || self.polls.last().is_none_or(|it| it.from != poll.from);
        if is_new && self.polls.len() < MOST {
            self.polls.push(poll);
        }
    }
}

/// What people call a task: by the order in which they were spawned.
pub(crate) fn name(index: usize) -> String {
    match index {
        0 => "body".to_owned(),
        n => format!("task {n}"),
    }
}

pub(crate) fn place(location: &Location<'_>) -> String {
    format!("{}:{}", location.file(), location.line())
}

/// Milliseconds from one moment to another.
pub(crate) fn millis_between(from: Instant, to: Instant) -> u64 {
    let millis = to.saturating_duration_since(from).as_millis();
    u64::try_from(millis).unwrap_or(u64::MAX)
}
