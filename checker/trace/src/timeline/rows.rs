//! The rows of a timeline: one for each task, call, mark and shared number.

use super::scale::Scale;
use crate::{Call, Fate, Lane, Mark, Strip, TaskFate, Trace};

/// Rows of a section drawn at most; a trace of a thousand calls is told by its first ones.
pub(super) const ROWS: usize = 24;
/// Characters of a name shown at most.
const NAME: usize = 24;

/// Rows of one kind.
pub(super) struct Section<'a>(Vec<Row<'a>>);

/// One row.
pub(super) struct Row<'a> {
    /// Its name, cut to what fits.
    pub(super) name: String,
    what: What<'a>,
}

enum What<'a> {
    Lane(&'a Lane),
    Call(&'a Call),
    Mark(&'a Mark),
    /// With the end of the run.
    Strip(&'a Strip, u64),
}

impl<'a> Section<'a> {
    /// What a trace has to show: tasks, then calls and marks as they came, then shared numbers.
    pub(super) fn all_of(trace: &'a Trace) -> Vec<Section<'a>> {
        let lanes =
            trace.lanes_of_interest().iter().map(|lane| Row::new(&name_of(lane), What::Lane(lane)));
        let calls = trace.calls.iter().map(|call| Row::new(&call.name, What::Call(call)));
        let marks = trace.marks.iter().map(|mark| Row::new(&mark.text, What::Mark(mark)));
        let strips = trace.strips.iter();
        let strips = strips.map(|strip| {
            Row::new(
                &with_place(&format!("{} ", strip.word()), &strip.made_at),
                What::Strip(strip, trace.end),
            )
        });
        let mut called: Vec<Row<'_>> = calls.chain(marks).collect();
        called.sort_by_key(Row::first);
        let sections = [lanes.collect(), called, strips.collect()].map(Section);
        sections.into_iter().filter(|section| !section.0.is_empty()).collect()
    }

    /// Its rows as far as they are drawn.
    pub(super) fn shown(&self) -> &[Row<'a>] {
        &self.0[..self.0.len().min(ROWS)]
    }

    /// All its rows.
    pub(super) fn rows(&self) -> &[Row<'a>] {
        &self.0
    }

    /// How many rows are not drawn.
    pub(super) fn left_out(&self) -> usize {
        self.0.len().saturating_sub(ROWS)
    }
}

impl<'a> Row<'a> {
    fn new(name: &str, what: What<'a>) -> Row<'a> {
        Row { name: shown(name), what }
    }

    fn first(&self) -> u64 {
        match self.what {
            What::Lane(lane) => lane.from,
            What::Call(call) => call.from,
            What::Mark(mark) => mark.at,
            What::Strip(strip, _) => strip.levels.first().map_or(0, |level| level.at),
        }
    }

    /// The last moment there is something to draw at.
    pub(super) fn last(&self) -> u64 {
        match self.what {
            What::Lane(lane) => lane.to,
            What::Call(call) => call.to,
            What::Mark(mark) => mark.at,
            What::Strip(strip, _) => strip.levels.last().map_or(0, |level| level.at),
        }
    }

    /// The row without its name.
    pub(super) fn drawn(&self, scale: &Scale) -> String {
        match self.what {
            What::Lane(lane) => drawn_lane(lane, scale),
            What::Call(call) => drawn_call(call, scale),
            What::Mark(mark) => format!("{:1$}*", "", scale.column_of(mark.at)),
            What::Strip(strip, end) => drawn_strip(strip, end, scale),
        }
    }
}

fn drawn_call(call: &Call, scale: &Scale) -> String {
    let from = scale.column_of(call.from);
    let length = scale.column_of(call.to).saturating_sub(from);
    let end = match call.fate {
        Fate::Done => "",
        Fate::Failed => "!",
        Fate::Canceled => "x",
        Fate::Running => ">",
    };
    // A call without a duration still happened.
    let length = if end.is_empty() { length.max(1) } else { length };
    format!("{:from$}{}{end}", "", "#".repeat(length))
}

fn drawn_lane(lane: &Lane, scale: &Scale) -> String {
    let (from, to) = (scale.column_of(lane.from), scale.column_of(lane.to.max(lane.from)));
    let mut row = vec![b' '; from];
    row.resize(to + 1, b'.');
    // A column is blocked if any of it is; else a poll in it is seen.
    for poll in lane.polls.iter().filter(|poll| !poll.is_blocked()) {
        set(&mut row, scale.column_of(poll.from), b'|');
    }
    for poll in lane.polls.iter().filter(|poll| poll.is_blocked()) {
        let last = scale.column_of(poll.to - 1);
        (scale.column_of(poll.from)..=last).for_each(|column| set(&mut row, column, b'B'));
    }
    set(&mut row, to, sign_of(lane.fate));
    String::from_utf8(row).expect("every sign is ASCII")
}

fn set(row: &mut [u8], column: usize, sign: u8) {
    if let Some(place) = row.get_mut(column) {
        *place = sign;
    }
}

fn drawn_strip(strip: &Strip, end: u64, scale: &Scale) -> String {
    let until = strip.gone_at.unwrap_or(end);
    let columns = 0..=scale.column_of(until.saturating_sub(1));
    let digit = |column| match strip.value_before(scale.end_of(column).min(until.max(1))) {
        Some(value) => {
            u32::try_from(value).ok().and_then(|it| char::from_digit(it, 10)).unwrap_or('+')
        }
        None => ' ',
    };
    columns.map(digit).collect()
}

fn sign_of(fate: TaskFate) -> u8 {
    match fate {
        TaskFate::Done => b'o',
        TaskFate::Canceled => b'x',
        TaskFate::Panicked => b'!',
        TaskFate::Running => b'>',
    }
}

/// The line that says what the signs of the tasks mean, as far as they are there.
pub(super) fn signs_of_lanes(lanes: &[Lane]) -> Option<String> {
    if lanes.is_empty() {
        return None;
    }
    let has = |fate| lanes.iter().any(|lane| lane.fate == fate);
    let blocks = lanes.iter().any(|lane| lane.polls.iter().any(|poll| poll.is_blocked()));
    let signs = [
        (true, "| polled"),
        (true, ". waits"),
        (blocks, "B blocks"),
        (has(TaskFate::Done), "o done"),
        (has(TaskFate::Canceled), "x dropped"),
        (has(TaskFate::Panicked), "! panicked"),
        (has(TaskFate::Running), "> still there"),
    ];
    let signs: Vec<&str> = signs.iter().filter(|sign| sign.0).map(|sign| sign.1).collect();
    Some(format!("  tasks: {}", signs.join("  ")))
}

fn name_of(lane: &Lane) -> String {
    match &lane.spawned_at {
        Some(place) => with_place(&format!("{}  ", lane.name), place),
        None => lane.name.clone(),
    }
}

/// A name that ends with a place, whose file is cut so that its line is seen.
fn with_place(what: &str, place: &str) -> String {
    let file = place.rsplit(['/', '\\']).next().unwrap_or(place);
    let Some((file, line)) = file.rsplit_once(':') else { return format!("{what}{file}") };
    let room = NAME.saturating_sub(what.chars().count() + line.len() + 1);
    if file.chars().count() <= room {
        return format!("{what}{file}:{line}");
    }
    let kept: String = file.chars().take(room.saturating_sub(2)).collect();
    format!("{what}{kept}..:{line}")
}

/// A name cut to what fits.
fn shown(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME - 2).collect();
    format!("{kept}..")
}
