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

/// What JSON writes as Rust does.
macro_rules! displayed {
    ($($type:ident),*) => {
        $(impl Json for $type {
            fn write(&self, text: &mut String) {
                push(text, format_args!("{self}"));
            }
        })*
    };
}

displayed!(u64, usize, bool);

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

/// Objects by their fields, each in one of the ways that [`Object`] has for it.
macro_rules! object {
    ($type:ident { $($way:ident $field:ident),* }) => {
        impl Json for $type {
            fn write(&self, text: &mut String) {
                Object::begin(text)$(.$way(stringify!($field), &self.$field))*.end();
            }
        }
    };
}

/// Enumerations whose variants are words.
macro_rules! words {
    ($type:ident { $($variant:ident: $word:literal),* }) => {
        impl Json for $type {
            fn write(&self, text: &mut String) {
                match self {
                    $($type::$variant => $word.write(text),)*
                }
            }
        }
    };
}

object!(Report {
    field schema, field nonce, field test, field outcome, field message, field place,
    known explored, field trace
});

impl Json for Outcome {
    fn write(&self, text: &mut String) {
        self.name().write(text);
    }
}

object!(Explored { field schedules, field is_all, field interruptions });

object!(Trace {
    field schema, field end, field calls, field marks, filled lanes, filled strips,
    known schedule, field order
});

object!(Call { field name, field from, field to, field fate });

words!(Fate { Done: "done", Failed: "failed", Canceled: "canceled", Running: "running" });

object!(Mark { field at, field text });

object!(Lane {
    field name, known spawned_at, field from, field polls, field to, field fate, filled waits_at
});

object!(Poll { field from, field to });

words!(TaskFate { Done: "done", Canceled: "canceled", Panicked: "panicked", Running: "running" });

object!(Strip { field counts, field made_at, field of, field levels, known gone_at });

words!(Counted { FreePermits: "free_permits", QueuedMessages: "queued_messages" });

object!(Level { field at, field value });

object!(Schedule { field choices, field tasks, field left_out, field turns });

object!(Task { field name, field spawned_at });

object!(Turn { field task, field at, field did, field then });

object!(Deed { field what, field place, known source });

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
