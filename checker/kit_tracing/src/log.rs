//! The log of a run, to be asked what was logged.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tracing::{
    Dispatch, Level,
    dispatcher::{self, DefaultGuard},
};
use tracing_subscriber::{Registry, layer::SubscriberExt};

use crate::recorder::{Recorder, Records};

/// Begins to keep what is logged in the current run, until the log is dropped.
///
/// It is kept by the thread that calls it, and by the threads that `spawn_blocking` starts from then
/// on: in a [`#[kit::test]`](kit::test) these are all but the ones that the code under test starts
/// itself. What another subscriber of this thread would have been told, it is not told meanwhile.
pub fn capture() -> Log {
    let records = Arc::new(Mutex::new(Records::default()));
    let recorder = Recorder::into(Arc::clone(&records));
    let dispatch = Dispatch::new(Registry::default().with(recorder));
    let guard = dispatcher::set_default(&dispatch);
    kit::facade::on_each_thread(move || {
        // The thread belongs to the run, and both end together.
        std::mem::forget(dispatcher::set_default(&dispatch));
    });
    Log { records, _guard: guard }
}

/// What was logged so far. As text, a line for each event.
#[derive(Debug)]
pub struct Log {
    records: Arc<Mutex<Records>>,
    _guard: DefaultGuard,
}

/// One event, such as an `info!`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When, in virtual time since the run began.
    pub at: Duration,
    /// How important it is.
    pub level: Level,
    /// The module that logged it, if it says nothing else.
    pub target: String,
    /// The text; empty if there is none.
    pub message: String,
    /// The fields beside the text, in their order, as text.
    pub fields: Vec<(String, String)>,
    /// The spans it is attributed to, the outermost first.
    pub spans: Vec<Span>,
}

/// One span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its name.
    pub name: String,
    /// How important it is.
    pub level: Level,
    /// The fields in their order, as text, with those that were recorded later.
    pub fields: Vec<(String, String)>,
    /// When it was made, in virtual time since the run began.
    pub opened: Duration,
    /// When its last handle was dropped; nothing if one is still there.
    pub closed: Option<Duration>,
}

impl Log {
    /// The events so far, in their order.
    pub fn events(&self) -> Vec<Event> {
        let records = self.records();
        records.events.iter().map(|(event, spans)| records.with_spans(event, spans)).collect()
    }

    /// The events with this text, in their order.
    pub fn saying(&self, message: &str) -> Vec<Event> {
        self.events().into_iter().filter(|event| event.message == message).collect()
    }

    /// The spans so far, in the order in which they were made.
    pub fn spans(&self) -> Vec<Span> {
        self.records().spans.clone()
    }

    fn records(&self) -> MutexGuard<'_, Records> {
        // Every change of the records is one push or one assignment: a panic leaves them whole.
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Event {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        value_of(&self.fields, name)
    }

    /// The names of its spans, the outermost first, with `>` between them.
    pub fn path(&self) -> String {
        self.spans.iter().map(|span| span.name.as_str()).collect::<Vec<_>>().join(">")
    }
}

impl Span {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        value_of(&self.fields, name)
    }
}

fn value_of<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
}

impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.events().iter().try_for_each(|event| writeln!(f, "{event}"))
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ms {}", self.at.as_millis(), self.level)?;
        for (number, span) in self.spans.iter().enumerate() {
            write!(f, "{}{span}", if number == 0 { " " } else { ">" })?;
        }
        write!(f, ": {}", self.message)?;
        self.fields.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if self.fields.is_empty() {
            return Ok(());
        }
        let fields: Vec<_> =
            self.fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        write!(f, "{{{}}}", fields.join(" "))
    }
}
