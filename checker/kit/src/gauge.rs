//! Counts who is inside: now, at most, and how each one left.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A counter of visits. Clones count together.
///
/// ```
/// let gauge = kit::Gauge::new();
/// let first = gauge.enter();
/// let second = gauge.enter();
/// first.done();
/// drop(second);
/// assert_eq!((gauge.now(), gauge.most()), (0, 2));
/// assert_eq!((gauge.finished(), gauge.canceled()), (1, 1));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Gauge(Arc<Mutex<Counts>>);

#[derive(Debug, Default)]
struct Counts {
    now: usize,
    most: usize,
    started: usize,
    finished: usize,
}

/// One visit. It ends with [`Visit::done`], or, if dropped before, as canceled.
#[derive(Debug)]
#[must_use = "the visit ends when this is dropped"]
pub struct Visit {
    gauge: Gauge,
    is_done: bool,
}

impl Gauge {
    /// A gauge that nobody has entered.
    pub fn new() -> Gauge {
        Gauge::default()
    }

    /// Begins a visit.
    pub fn enter(&self) -> Visit {
        let mut counts = self.counts();
        counts.started += 1;
        counts.now += 1;
        counts.most = counts.most.max(counts.now);
        Visit { gauge: self.clone(), is_done: false }
    }

    /// How many visits are under way.
    pub fn now(&self) -> usize {
        self.counts().now
    }

    /// The largest number of visits that were under way together.
    pub fn most(&self) -> usize {
        self.counts().most
    }

    /// How many visits began.
    pub fn started(&self) -> usize {
        self.counts().started
    }

    /// How many visits came to their end.
    pub fn finished(&self) -> usize {
        self.counts().finished
    }

    /// How many visits were dropped before their end.
    pub fn canceled(&self) -> usize {
        let counts = self.counts();
        counts.started - counts.finished - counts.now
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        // A panic between two additions cannot happen; the counts are whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Visit {
    /// Ends the visit as finished.
    pub fn done(mut self) {
        self.is_done = true;
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        let mut counts = self.gauge.counts();
        counts.now -= 1;
        counts.finished += usize::from(self.is_done);
    }
}
