//! The subscriber's layer that writes everything down.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use kit::{Journal, ms};
use tracing::{
    Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{Layer, layer::Context, registry::LookupSpan};

use crate::{Event, Span};

/// What was written down.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) spans: Vec<Span>,
    /// Events without their spans, and these as indices into the spans.
    pub(crate) events: Vec<(Event, Vec<usize>)>,
}

impl Records {
    pub(crate) fn with_spans(&self, event: &Event, spans: &[usize]) -> Event {
        let spans = spans.iter().map(|index| self.spans[*index].clone()).collect();
        Event { spans, ..event.clone() }
    }
}

#[derive(Debug)]
pub(crate) struct Recorder {
    records: Arc<Mutex<Records>>,
    /// Only for its time: nothing is written into it.
    clock: Journal,
}

/// Where a span stands in the records: what the registry keeps with it.
struct Index(usize);

impl Recorder {
    pub(crate) fn into(records: Arc<Mutex<Records>>) -> Recorder {
        Recorder { records, clock: Journal::unseen() }
    }

    fn now(&self) -> Duration {
        ms(self.clock.now())
    }

    fn records(&self) -> MutexGuard<'_, Records> {
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let metadata = attributes.metadata();
        let mut records = self.records();
        records.spans.push(Span {
            name: metadata.name().to_owned(),
            level: *metadata.level(),
            fields: fields.named,
            opened: self.now(),
            closed: None,
        });
        let index = Index(records.spans.len() - 1);
        drop(records);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(index);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let Some(index) = index_of(id, &context) else { return };
        let mut fields = Fields::default();
        values.record(&mut fields);
        let mut records = self.records();
        for (name, value) in fields.named {
            let known = &mut records.spans[index].fields;
            known.retain(|(field, _)| *field != name);
            known.push((name, value));
        }
    }

    fn on_event(&self, event: &tracing::Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let scope = context.event_scope(event).into_iter().flat_map(|scope| scope.from_root());
        let spans = scope.filter_map(|span| Some(span.extensions().get::<Index>()?.0)).collect();
        let metadata = event.metadata();
        let event = Event {
            at: self.now(),
            level: *metadata.level(),
            target: metadata.target().to_owned(),
            message: fields.message,
            fields: fields.named,
            spans: Vec::new(),
        };
        self.records().events.push((event, spans));
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        if let Some(index) = index_of(&id, &context) {
            let now = self.now();
            self.records().spans[index].closed = Some(now);
        }
    }
}

fn index_of<S>(id: &Id, context: &Context<'_, S>) -> Option<usize>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    Some(context.span(id)?.extensions().get::<Index>()?.0)
}

/// Fields as text: a string as it is, everything else as `Debug` shows it.
#[derive(Default)]
struct Fields {
    message: String,
    named: Vec<(String, String)>,
}

impl Fields {
    fn add(&mut self, field: &Field, value: String) {
        match field.name() {
            "message" => self.message = value,
            name => self.named.push((name.to_owned(), value)),
        }
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.add(field, format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, value.to_owned());
    }
}
