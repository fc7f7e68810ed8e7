//! A run told moment by moment: what a picture says, as a list.

use std::collections::BTreeMap;

use trace::{Counted, Fate, Lane, Strip, TaskFate, Trace};

use crate::strings::Strings;

/// What happened at each moment, in the order of time; at one moment, what ends comes before what
/// begins, and what was counted comes last.
pub(super) fn told(trace: &Trace, strings: &Strings) -> BTreeMap<u64, Vec<String>> {
    let mut moments: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let mut tell = |at: u64, text: String| moments.entry(at).or_default().push(text);

    for call in trace.calls.iter().filter(|call| call.to > call.from) {
        tell(call.to, strings.filled(end_of_call(call.fate), &[("name", &call.name)]));
    }
    for lane in &trace.lanes {
        if let Some(place) = &lane.spawned_at {
            let (name, place) = (name_in_text(lane, strings), file_of(place));
            tell(lane.from, strings.filled("told.spawned", &[("name", &name), ("place", place)]));
        }
    }
    for lane in &trace.lanes {
        let name = name_in_text(lane, strings);
        for poll in &lane.polls {
            let until = poll.to.to_string();
            let text = match poll.is_blocked() {
                true => strings.filled("told.blocks", &[("name", &name), ("until", &until)]),
                false => strings.filled("told.polled", &[("name", &name)]),
            };
            tell(poll.from, text);
        }
    }
    for call in &trace.calls {
        let key = match call.to > call.from {
            true => "told.begins",
            false => at_once(call.fate),
        };
        tell(call.from, strings.filled(key, &[("name", &call.name)]));
    }
    for mark in &trace.marks {
        tell(mark.at, mark.text.clone());
    }
    for lane in &trace.lanes {
        let name = name_in_text(lane, strings);
        tell(lane.to, strings.filled(end_of_task(lane.fate), &[("name", &name)]));
    }
    for strip in &trace.strips {
        let name = name_of_strip(strip, strings);
        let of = strip.of.to_string();
        // Of several values of one moment, the last one is what it leaves behind.
        let levels: BTreeMap<u64, u64> = strip.levels.iter().map(|it| (it.at, it.value)).collect();
        for (at, value) in levels {
            let value = value.to_string();
            tell(
                at,
                strings.filled("told.level", &[("name", &name), ("value", &value), ("of", &of)]),
            );
        }
    }
    moments
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

fn end_of_call(fate: Fate) -> &'static str {
    match fate {
        Fate::Done => "told.done",
        Fate::Failed => "told.failed",
        Fate::Canceled => "told.dropped",
        Fate::Running => "told.running",
    }
}

fn at_once(fate: Fate) -> &'static str {
    match fate {
        Fate::Done => "told.done_at_once",
        Fate::Failed => "told.failed_at_once",
        Fate::Canceled => "told.dropped_at_once",
        Fate::Running => "told.running",
    }
}

fn end_of_task(fate: TaskFate) -> &'static str {
    match fate {
        TaskFate::Done => "told.done",
        TaskFate::Canceled => "told.dropped",
        TaskFate::Panicked => "told.panicked",
        TaskFate::Running => "told.running",
    }
}
