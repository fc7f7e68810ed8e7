//! Reports and traces as JSON, written without serde: who only writes need not build it.
//!
//! A test compares it with what serde writes, and reads it back.

use std::fmt::Write;

use crate::{
    Call, Counted, Deed, Event, Explored, Fate, Lane, Level, Mark, Outcome, Poll, Report, Schedule,
    Strip, Task, TaskFate, Then, Trace, Turn,
};

/// The value as JSON, on one line.
pub(crate) fn written(value: &impl Json) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text
}

/// What can be written as JSON.
pub(crate) trait Json {
    /// Writes it at the end of `text`.
    fn write(&self, text: &mut String);
}

impl Json for str {
    fn write(&self, text: &mut String) {
        text.push('"');
        for letter in self.chars() {
            match letter {
                '"' => text.push_str("\\\""),
                '\\' => text.push_str("\\\\"),
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                '\u{8}' => text.push_str("\\b"),
                '\u{c}' => text.push_str("\\f"),
                ' '.. => text.push(letter),
                control => push(text, format_args!("\\u{:04x}", u32::from(control))),
            }
        }
        text.push('"');
    }
}

impl Json for String {
    fn write(&self, text: &mut String) {
        self.as_str().write(text);
    }
}

impl Json for u64 {
    fn write(&self, text: &mut String) {
        push(text, format_args!("{self}"));
    }
}

impl Json for usize {
    fn write(&self, text: &mut String) {
        push(text, format_args!("{self}"));
    }
}

impl Json for bool {
    fn write(&self, text: &mut String) {
        push(text, format_args!("{self}"));
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, text: &mut String) {
        match self {
            Some(value) => value.write(text),
            None => text.push_str("null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, text: &mut String) {
        text.push('[');
        for (index, value) in self.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            value.write(text);
        }
        text.push(']');
    }
}

impl Json for (usize, usize) {
    fn write(&self, text: &mut String) {
        push(text, format_args!("[{},{}]", self.0, self.1));
    }
}

impl Json for Report {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("schema", &self.schema)
            .field("nonce", &self.nonce)
            .field("test", &self.test)
            .field("outcome", &self.outcome)
            .field("message", &self.message)
            .field("place", &self.place)
            .known("explored", &self.explored)
            .field("trace", &self.trace)
            .end();
    }
}

impl Json for Outcome {
    fn write(&self, text: &mut String) {
        self.name().write(text);
    }
}

impl Json for Explored {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("schedules", &self.schedules)
            .field("is_all", &self.is_all)
            .field("interruptions", &self.interruptions)
            .end();
    }
}

impl Json for Trace {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("schema", &self.schema)
            .field("end", &self.end)
            .field("calls", &self.calls)
            .field("marks", &self.marks)
            .filled("lanes", &self.lanes)
            .filled("strips", &self.strips)
            .known("schedule", &self.schedule)
            .field("order", &self.order)
            .end();
    }
}

impl Json for Call {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("name", &self.name)
            .field("from", &self.from)
            .field("to", &self.to)
            .field("fate", &self.fate)
            .end();
    }
}

impl Json for Fate {
    fn write(&self, text: &mut String) {
        let name = match self {
            Fate::Done => "done",
            Fate::Failed => "failed",
            Fate::Canceled => "canceled",
            Fate::Running => "running",
        };
        name.write(text);
    }
}

impl Json for Mark {
    fn write(&self, text: &mut String) {
        Object::begin(text).field("at", &self.at).field("text", &self.text).end();
    }
}

impl Json for Lane {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("name", &self.name)
            .known("spawned_at", &self.spawned_at)
            .field("from", &self.from)
            .field("polls", &self.polls)
            .field("to", &self.to)
            .field("fate", &self.fate)
            .filled("waits_at", &self.waits_at)
            .end();
    }
}

impl Json for Poll {
    fn write(&self, text: &mut String) {
        Object::begin(text).field("from", &self.from).field("to", &self.to).end();
    }
}

impl Json for TaskFate {
    fn write(&self, text: &mut String) {
        let name = match self {
            TaskFate::Done => "done",
            TaskFate::Canceled => "canceled",
            TaskFate::Panicked => "panicked",
            TaskFate::Running => "running",
        };
        name.write(text);
    }
}

impl Json for Strip {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("counts", &self.counts)
            .field("made_at", &self.made_at)
            .field("of", &self.of)
            .field("levels", &self.levels)
            .known("gone_at", &self.gone_at)
            .end();
    }
}

impl Json for Counted {
    fn write(&self, text: &mut String) {
        let name = match self {
            Counted::FreePermits => "free_permits",
            Counted::QueuedMessages => "queued_messages",
        };
        name.write(text);
    }
}

impl Json for Level {
    fn write(&self, text: &mut String) {
        Object::begin(text).field("at", &self.at).field("value", &self.value).end();
    }
}

impl Json for Schedule {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("choices", &self.choices)
            .field("tasks", &self.tasks)
            .field("left_out", &self.left_out)
            .field("turns", &self.turns)
            .end();
    }
}

impl Json for Task {
    fn write(&self, text: &mut String) {
        Object::begin(text).field("name", &self.name).field("spawned_at", &self.spawned_at).end();
    }
}

impl Json for Turn {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("task", &self.task)
            .field("at", &self.at)
            .field("did", &self.did)
            .field("then", &self.then)
            .end();
    }
}

impl Json for Deed {
    fn write(&self, text: &mut String) {
        Object::begin(text)
            .field("what", &self.what)
            .field("place", &self.place)
            .known("source", &self.source)
            .end();
    }
}

impl Json for Then {
    fn write(&self, text: &mut String) {
        match self {
            Then::Interrupted(deeds) => Object::begin(text).field("interrupted", deeds).end(),
            Then::Waits(deeds) => Object::begin(text).field("waits", deeds).end(),
            Then::Ended => "ended".write(text),
            Then::Canceled => "canceled".write(text),
            Then::Panicked => "panicked".write(text),
        }
    }
}

impl Json for Event {
    fn write(&self, text: &mut String) {
        let object = Object::begin(text);
        let object = match *self {
            Event::Began(call) => object.field("began", &call),
            Event::Ended(call) => object.field("ended", &call),
            Event::Noted(mark) => object.field("noted", &mark),
            Event::Spawned(lane) => object.field("spawned", &lane),
            Event::Polled(lane, poll) => object.field("polled", &(lane, poll)),
            Event::Gone(lane) => object.field("gone", &lane),
            Event::Changed(strip, level) => object.field("changed", &(strip, level)),
        };
        object.end();
    }
}

/// An object that is being written.
struct Object<'a> {
    text: &'a mut String,
    is_empty: bool,
}

impl<'a> Object<'a> {
    fn begin(text: &'a mut String) -> Object<'a> {
        text.push('{');
        Object { text, is_empty: true }
    }

    fn field(mut self, name: &str, value: &impl Json) -> Object<'a> {
        if !std::mem::take(&mut self.is_empty) {
            self.text.push(',');
        }
        name.write(self.text);
        self.text.push(':');
        value.write(self.text);
        self
    }

    /// A field that is left out if it is nothing.
    fn known<T: Json>(self, name: &str, value: &Option<T>) -> Object<'a> {
        match value {
            Some(value) => self.field(name, value),
            None => self,
        }
    }

    /// A field that is left out if nothing is in it.
    fn filled<T: Json>(self, name: &str, values: &Vec<T>) -> Object<'a> {
        if values.is_empty() { self } else { self.field(name, values) }
    }

    fn end(self) {
        self.text.push('}');
    }
}

fn push(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what).expect("a string takes everything");
}
