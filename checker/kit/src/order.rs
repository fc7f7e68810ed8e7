//! What came first, of what happened in one millisecond.

use std::sync::atomic::{AtomicU64, Ordering};

use trace::Event;

/// The number of an event: larger than that of whatever came before it in this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Number(u64);

/// Events and their numbers.
#[derive(Debug, Default)]
pub(crate) struct Order(Vec<(Number, Event)>);

impl Number {
    /// The number of what happens now.
    pub(crate) fn next() -> Number {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Number(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

impl Order {
    pub(crate) fn add(&mut self, number: Number, event: Event) {
        self.0.push((number, event));
    }

    /// The events as they came.
    pub(crate) fn into_events(mut self) -> Vec<Event> {
        self.0.sort_by_key(|(number, _)| *number);
        self.0.into_iter().map(|(_, event)| event).collect()
    }
}

impl Extend<(Number, Event)> for Order {
    fn extend<T: IntoIterator<Item = (Number, Event)>>(&mut self, events: T) {
        self.0.extend(events);
    }
}
