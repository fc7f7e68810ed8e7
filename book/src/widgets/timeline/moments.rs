//! A run told moment by moment: what a picture says, as a list.

use std::collections::BTreeMap;

use trace::{Call, Counted, Event, Fate, Lane, Level, Strip, TaskFate, Trace};

use crate::strings::Strings;

/// What happened at each moment, in the order in which it did. What is still under way comes last.
pub(super) fn told(trace: &Trace, strings: &Strings) -> BTreeMap<u64, Vec<String>> {
    let mut moments: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let mut tell = |(at, text): (u64, String)| moments.entry(at).or_default().push(text);

    trace.order.iter().filter_map(|event| told_of(*event, trace, strings)).for_each(&mut tell);
    let calls = trace.calls.iter().filter(|call| call.fate == Fate::Running);
    calls.map(|call| end_of_call(call, strings)).for_each(&mut tell);
    let lanes = trace.lanes.iter().filter(|lane| lane.fate == TaskFate::Running);
    lanes.map(|lane| end_of_task(lane, strings)).for_each(&mut tell);
    moments
}

/// When an event was, and what it is in words; nothing if another one tells of it, or if the trace
/// was cut and does not know it.
fn told_of(event: Event, trace: &Trace, strings: &Strings) -> Option<(u64, String)> {
    match event {
        Event::Began(call) => {
            let call = trace.calls.get(call)?;
            let key = if call.to > call.from { "told.begins" } else { at_once(call.fate) };
            Some((call.from, strings.filled(key, &[("name", &call.name)])))
        }
        Event::Ended(call) => {
            let call = trace.calls.get(call)?;
            (call.to > call.from).then(|| end_of_call(call, strings))
        }
        Event::Noted(mark) => {
            let mark = trace.marks.get(mark)?;
            Some((mark.at, mark.text.clone()))
        }
        Event::Spawned(lane) => {
            let lane = trace.lanes.get(lane)?;
            let (name, place) = (name_in_text(lane, strings), file_of(lane.spawned_at.as_ref()?));
            let text = strings.filled("told.spawned", &[("name", &name), ("place", place)]);
            Some((lane.from, text))
        }
        Event::Polled(lane, poll) => {
            let lane = trace.lanes.get(lane)?;
            let (name, poll) = (name_in_text(lane, strings), lane.polls.get(poll)?);
            let until = poll.to.to_string();
            let text = match poll.is_blocked() {
                true => strings.filled("told.blocks", &[("name", &name), ("until", &until)]),
                false => strings.filled("told.polled", &[("name", &name)]),
            };
            Some((poll.from, text))
        }
        Event::Gone(lane) => Some(end_of_task(trace.lanes.get(lane)?, strings)),
        Event::Changed(strip, level) => {
            let strip = trace.strips.get(strip)?;
            let Level { at, value } = *strip.levels.get(level)?;
            // Of several values of one moment, the last one is what it leaves behind.
            let next = strip.levels.get(level + 1);
            let is_left = next.is_none_or(|next| next.at > at);
            let (name, value, of) =
                (name_of_strip(strip, strings), value.to_string(), strip.of.to_string());
            let values = [("name", name.as_str()), ("value", &value), ("of", &of)];
            is_left.then(|| (at, strings.filled("told.level", &values)))
        }
    }
}

/// What a task is called at its row: with the place where it was spawned.
pub(super) fn name_of_lane(lane: &Lane, strings: &Strings) -> String {
    let name = name_in_text(lane, strings);
    match &lane.spawned_at {
        Some(place) => format!("{name}  {}", file_of(place)),
        None => name,
    }
}

fn name_in_text(lane: &Lane, strings: &Strings) -> String {
    match lane.name.strip_prefix("task ") {
        Some(number) => strings.filled("lane.task", &[("number", number)]),
        None if lane.name == "body" => strings.word("lane.body").to_owned(),
        None => lane.name.clone(),
    }
}

/// What a shared number is called.
pub(super) fn name_of_strip(strip: &Strip, strings: &Strings) -> String {
    let what = match strip.counts {
        Counted::FreePermits => "strip.permits",
        Counted::QueuedMessages => "strip.queue",
    };
    format!("{} {}", strings.word(what), file_of(&strip.made_at))
}

/// `gate.rs:12` of `src/gate.rs:12`.
fn file_of(place: &str) -> &str {
    place.rsplit(['/', '\\']).next().unwrap_or(place)
}

fn end_of_call(call: &Call, strings: &Strings) -> (u64, String) {
    let key = match call.fate {
        Fate::Done => "told.done",
        Fate::Failed => "told.failed",
        Fate::Canceled => "told.dropped",
        Fate::Running => "told.running",
    };
    (call.to, strings.filled(key, &[("name", &call.name)]))
}

fn at_once(fate: Fate) -> &'static str {
    match fate {
        Fate::Done => "told.done_at_once",
        Fate::Failed => "told.failed_at_once",
        Fate::Canceled => "told.dropped_at_once",
        Fate::Running => "told.begins",
    }
}

fn end_of_task(lane: &Lane, strings: &Strings) -> (u64, String) {
    let key = match lane.fate {
        TaskFate::Done => "told.done",
        TaskFate::Canceled => "told.dropped",
        TaskFate::Panicked => "told.panicked",
        TaskFate::Running => "told.running",
    };
    (lane.to, strings.filled(key, &[("name", &name_in_text(lane, strings))]))
}
