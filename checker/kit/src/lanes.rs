//! The tasks of a run, as far as a façade tells of them: when each was spawned, polled and gone, and
//! where it waits; and the permits and queues that they share.

use std::{
    panic::Location,
    sync::{Arc, Weak},
    task::Waker,
};

use tokio::time::Instant;
use trace::{Counted, Event, Lane, Level, Poll, Strip, TaskFate};

use crate::{
    alive::Alive,
    context::{self, Context},
    order::{Number, Order},
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
    shared: Vec<Shared>,
}

#[derive(Debug)]
struct Open {
    spawned_at: Option<&'static Location<'static>>,
    begun: Number,
    from: u64,
    polls: Vec<(Number, Poll)>,
    end: Option<(Number, u64, TaskFate)>,
    waker: Option<Waker>,
    waiting: Option<Waiting>,
}

/// A number that tasks share. `changed` are the numbers of its levels as events.
struct Shared {
    strip: Strip,
    changed: Vec<Number>,
    reading: Reading,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.strip.fmt(f)
    }
}

/// When a poll began.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Begun {
    number: Number,
    at: u64,
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
        lanes.shared.push(Shared { strip, changed: Vec::new(), reading });
        lanes.read(now);
    }
}

impl LaneId {
    /// A poll has begun; gives the moment, which its end wants to know.
    pub(crate) fn begin_poll(&self, waker: &Waker) -> Begun {
        let number = Number::next();
        let Some(run) = self.run.upgrade() else { return Begun { number, at: 0 } };
        let old = run.lanes().of(self).and_then(|lane| match &lane.waker {
            Some(known) if known.will_wake(waker) => None,
            _ => lane.waker.replace(waker.clone()),
        });
        // Dropped where nothing is locked.
        drop(old);
        Begun { number, at: run.millis() }
    }

    /// The poll that has `begun` is over.
    pub(crate) fn end_poll(&self, begun: Begun, is_ready: bool) {
        let Some(run) = self.run.upgrade() else { return };
        // A poll that was asked for to see where it waits is none of the run's own.
        if !run.is_looking() {
            let to = run.millis();
            let mut lanes = run.lanes();
            if let Some(lane) = lanes.of(self) {
                lane.polled(begun.number, Poll { from: begun.at, to });
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
            lane.end.get_or_insert_with(|| (Number::next(), now, fate));
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
        self.open.push(Open::beginning(spawned_at, from));
        (self.world, self.open.len() - 1)
    }

    /// The lane, if it is one of the world at hand; the body is in all of them.
    fn of(&mut self, id: &LaneId) -> Option<&mut Open> {
        self.open.get_mut(id.index).filter(|_| id.index == 0 || id.world == self.world)
    }

    /// Forgets all but the body: a new world begins at the run's millisecond `now`.
    pub(crate) fn begin_new_world(&mut self, now: u64) {
        self.shared.clear();
        self.open.truncate(1);
        if let Some(body) = self.open.first_mut() {
            *body = Open::beginning(None, now);
        }
        self.world += 1;
    }

    /// Reads the numbers that are shared.
    fn read(&mut self, now: u64) {
        for Shared { strip, changed, reading } in &mut self.shared {
            let last = strip.levels.last().map(|level| level.value);
            match reading() {
                _ if strip.gone_at.is_some() || strip.levels.len() >= MOST => {}
                Some(value) if last == Some(value) => {}
                Some(value) => {
                    strip.levels.push(Level { at: now, value });
                    changed.push(Number::next());
                }
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

    /// The lanes up to `end`; `begin` is when the world began. All in milliseconds of the run. What
    /// they did is put into `order`.
    pub(crate) fn told(&self, begin: u64, end: u64, order: &mut Order) -> Vec<Lane> {
        let since = |at: u64| at.saturating_sub(begin);
        let lanes = self.open.iter().enumerate().map(|(index, lane)| {
            if lane.spawned_at.is_some() {
                order.add(lane.begun, Event::Spawned(index));
            }
            let polls = lane.polls.iter().enumerate();
            order.extend(polls.map(|(poll, (begun, _))| (*begun, Event::Polled(index, poll))));
            order.extend(lane.end.map(|(gone, ..)| (gone, Event::Gone(index))));

            let (to, fate) = lane.end.map_or((end, TaskFate::Running), |(_, to, fate)| (to, fate));
            let polls = lane.polls.iter();
            let polls = polls.map(|(_, poll)| Poll { from: since(poll.from), to: since(poll.to) });
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

    /// The shared numbers. Their changes are put into `order`.
    pub(crate) fn strips(&self, begin: u64, order: &mut Order) -> Vec<Strip> {
        let since = |at: u64| at.saturating_sub(begin);
        let strips =
            self.shared.iter().enumerate().map(|(index, Shared { strip, changed, .. })| {
                let levels = changed.iter().enumerate();
                order.extend(
                    levels.map(|(level, changed)| (*changed, Event::Changed(index, level))),
                );
                Strip {
                    levels: strip
                        .levels
                        .iter()
                        .map(|level| Level { at: since(level.at), value: level.value })
                        .collect(),
                    gone_at: strip.gone_at.map(since),
                    ..strip.clone()
                }
            });
        strips.collect()
    }
}

impl Open {
    fn beginning(spawned_at: Option<&'static Location<'static>>, from: u64) -> Open {
        let begun = Number::next();
        Open { spawned_at, begun, from, polls: Vec::new(), end: None, waker: None, waiting: None }
    }

    fn alive(&self, index: usize) -> Alive {
        let spawned_at = self.spawned_at.map(place);
        let waits = self.waiting.as_ref().map(|waiting| waiting.deeds().to_vec());
        Alive { who: name(index), spawned_at, waits: waits.unwrap_or_default() }
    }

    fn polled(&mut self, begun: Number, poll: Poll) {
        // Those of one moment are one.
        let last = self.polls.last().map(|(_, last)| last.from);
        if (poll.is_blocked() || last != Some(poll.from)) && self.polls.len() < MOST {
            self.polls.push((begun, poll));
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
