//! Writes down what the code under test did, and when, in virtual time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;
use trace::{Call, Event, Fate, Mark, Trace};

use crate::{
    context,
    lanes::millis_between,
    order::{Number, Order},
};

/// A log of calls and moments. Clones write into the same log.
///
/// A journal that is made inside a [`#[kit::test]`](crate::test) counts from the start of the test
/// and is drawn when the test fails. Made elsewhere, it counts from its own start.
///
/// ```
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// let journal = kit::Journal::new();
/// tokio::time::sleep(kit::ms(20)).await;
/// journal.mark("tea is ready");
/// assert_eq!(journal.marks(), [(20, "tea is ready".to_owned())]);
/// # });
/// ```
#[derive(Debug, Clone)]
pub struct Journal(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    start: Instant,
    entries: Mutex<Entries>,
}

#[derive(Debug, Default)]
struct Entries {
    calls: Vec<OpenOrEnded>,
    marks: Vec<(Number, Mark)>,
}

#[derive(Debug)]
struct OpenOrEnded {
    name: String,
    begun: Number,
    from: u64,
    end: Option<(Number, u64, Fate)>,
}

/// What several journals tell, in the order in which it happened.
#[derive(Debug, Default)]
pub(crate) struct Told {
    calls: Vec<(Number, Option<Number>, Call)>,
    marks: Vec<(Number, Mark)>,
}

/// A call under way. Dropped without [`done`](OpenCall::done) or [`failed`](OpenCall::failed), it
/// is written down as canceled.
#[derive(Debug)]
#[must_use = "the call is canceled when this is dropped"]
pub struct OpenCall {
    journal: Journal,
    index: usize,
    fate: Fate,
}

impl Journal {
    /// An empty journal; the current test, if there is one, draws it when it fails.
    pub fn new() -> Journal {
        let journal = Journal::unseen();
        context::register(&journal);
        journal
    }

    /// An empty journal that no test draws: for what a learner is to predict.
    pub fn unseen() -> Journal {
        let start = context::world_start().unwrap_or_else(Instant::now);
        Journal(Arc::new(Inner { start, entries: Mutex::default() }))
    }

    /// Notes a moment: now.
    pub fn mark(&self, text: impl Into<String>) {
        let at = self.now();
        self.entries().marks.push((Number::next(), Mark { at, text: text.into() }));
    }

    /// Notes that a call begins.
    pub fn begin(&self, name: impl Into<String>) -> OpenCall {
        let from = self.now();
        let mut entries = self.entries();
        let begun = Number::next();
        entries.calls.push(OpenOrEnded { name: name.into(), begun, from, end: None });
        let index = entries.calls.len() - 1;
        drop(entries);
        OpenCall { journal: self.clone(), index, fate: Fate::Canceled }
    }

    /// The moments noted so far, in order, with their time in milliseconds.
    pub fn marks(&self) -> Vec<(u64, String)> {
        let entries = self.entries();
        entries.marks.iter().map(|(_, mark)| (mark.at, mark.text.clone())).collect()
    }

    /// The texts of the moments noted so far, in order.
    pub fn lines(&self) -> Vec<String> {
        self.entries().marks.iter().map(|(_, mark)| mark.text.clone()).collect()
    }

    /// The names of the calls begun so far, in order.
    pub fn calls(&self) -> Vec<String> {
        self.entries().calls.iter().map(|call| call.name.clone()).collect()
    }

    /// Everything so far as a trace that ends now.
    pub fn trace(&self) -> Trace {
        let mut told = Told::default();
        let end = told.add(self, Instant::now());
        let mut order = Order::default();
        let (calls, marks) = told.into_parts(&mut order);
        Trace { end, calls, marks, order: order.into_events(), ..Trace::empty() }
    }

    /// How many milliseconds of virtual time there are from where it counts to now.
    pub fn now(&self) -> u64 {
        millis_between(self.0.start, Instant::now())
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        // Every change of the entries is one push or one assignment: a panic leaves them whole.
        self.0.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Told {
    /// Adds what a journal tells of what was before `end`. Gives that moment, by the journal's clock.
    pub(crate) fn add(&mut self, journal: &Journal, end: Instant) -> u64 {
        let end = millis_between(journal.0.start, end);
        let entries = journal.entries();
        self.calls.extend(entries.calls.iter().map(|call| {
            let (ended, to, fate) = match call.end {
                Some((ended, to, fate)) => (Some(ended), to, fate),
                None => (None, end, Fate::Running),
            };
            (call.begun, ended, Call { name: call.name.clone(), from: call.from, to, fate })
        }));
        self.marks.extend(entries.marks.iter().cloned());
        end
    }

    /// Calls and marks, each in the order in which they came; all of it is put into `order`.
    pub(crate) fn into_parts(mut self, order: &mut Order) -> (Vec<Call>, Vec<Mark>) {
        self.calls.sort_by_key(|(begun, ..)| *begun);
        self.marks.sort_by_key(|(noted, _)| *noted);
        for (index, (begun, ended, _)) in self.calls.iter().enumerate() {
            order.add(*begun, Event::Began(index));
            order.extend(ended.map(|ended| (ended, Event::Ended(index))));
        }
        let marks = self.marks.iter().enumerate();
        order.extend(marks.map(|(index, (noted, _))| (*noted, Event::Noted(index))));
        let calls = self.calls.into_iter().map(|(.., call)| call);
        (calls.collect(), self.marks.into_iter().map(|(_, mark)| mark).collect())
    }
}

impl Default for Journal {
    fn default() -> Journal {
        Journal::new()
    }
}

impl OpenCall {
    /// The call gave a value.
    pub fn done(mut self) {
        self.fate = Fate::Done;
    }

    /// The call gave an error.
    pub fn failed(mut self) {
        self.fate = Fate::Failed;
    }
}

impl Drop for OpenCall {
    fn drop(&mut self) {
        let end = (Number::next(), self.journal.now(), self.fate);
        self.journal.entries().calls[self.index].end = Some(end);
    }
}
