//! The rows of a picture: one for each task, call, mark and shared number, drawn as SVG.
//!
//! Every sign has a form of its own; color only repeats it. Places are shares of the width, so that
//! the picture is laid out again for every width, and letters keep their size.

use std::fmt::Write as _;

use trace::{Call, Fate, Lane, Mark, Strip, TaskFate, Trace};

use super::scale::Scale;
use crate::html::escape;

/// The height of a row's own field; where the rows stand is up to the style sheet.
const HEIGHT: u32 = 24;
/// The middle of a row.
const MIDDLE: u32 = HEIGHT / 2;

/// A sign of a picture: drawn around a point, and again in the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// A call is under way.
    Call,
    /// A task waits.
    Waits,
    /// A task is polled.
    Polled,
    /// A task holds the thread while time passes.
    Blocks,
    /// A task was spawned.
    Spawned,
    /// A task came to its end.
    Done,
    /// A call gave an error.
    Failed,
    /// A task panicked.
    Panicked,
    /// Dropped before its end.
    Dropped,
    /// Still there when the run ended.
    Running,
    /// A moment that somebody noted.
    Noted,
}

impl Sign {
    /// All signs in the order of the legend.
    pub(super) const ALL: [Sign; 11] = [
        Sign::Call,
        Sign::Spawned,
        Sign::Polled,
        Sign::Waits,
        Sign::Blocks,
        Sign::Done,
        Sign::Failed,
        Sign::Panicked,
        Sign::Dropped,
        Sign::Running,
        Sign::Noted,
    ];

    /// The key of its meaning among the words of the interface.
    pub(super) fn key(self) -> &'static str {
        match self {
            Sign::Call => "sign.call",
            Sign::Waits => "sign.waits",
            Sign::Polled => "sign.polled",
            Sign::Blocks => "sign.blocks",
            Sign::Spawned => "sign.spawned",
            Sign::Done => "sign.done",
            Sign::Failed => "sign.failed",
            Sign::Panicked => "sign.panicked",
            Sign::Dropped => "sign.dropped",
            Sign::Running => "sign.running",
            Sign::Noted => "sign.noted",
        }
    }

    /// Its class in the style sheet.
    fn name(self) -> &'static str {
        match self {
            Sign::Call => "call",
            Sign::Waits => "waits",
            Sign::Polled => "polled",
            Sign::Blocks => "blocks",
            Sign::Spawned => "spawned",
            Sign::Done => "done",
            Sign::Failed => "failed",
            Sign::Panicked => "panicked",
            Sign::Dropped => "dropped",
            Sign::Running => "running",
            Sign::Noted => "noted",
        }
    }

    /// Its form around the point 0 0.
    fn form(self) -> &'static str {
        match self {
            Sign::Call => "M-8-6h16v12h-16z",
            Sign::Waits => "M-8 0h16",
            Sign::Polled => "M0-8v16",
            Sign::Blocks => "M-8-8h16v16h-16z",
            Sign::Spawned => "M-8-9v9h6m-4-4l4 4l-4 4",
            Sign::Done => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
            Sign::Failed => "M0-8v9m0 4v3",
            Sign::Panicked => "M0-8l8 15h-16z",
            Sign::Dropped => "M-5-5l10 10m0-10l-10 10",
            Sign::Running => "M-3-6l7 6l-7 6",
            Sign::Noted => "M0-7l7 7l-7 7l-7-7z",
        }
    }

    /// The sign at a point of a row.
    fn drawn_at(self, x: &str) -> String {
        format!(r#"<svg x="{x}" y="{MIDDLE}" class="sign">{}</svg>"#, self.path())
    }

    /// The sign alone, for the legend.
    pub(super) fn alone(self) -> String {
        format!(
            concat!(
                r#"<svg class="sign" width="20" height="20" viewBox="-10 -10 20 20" "#,
                r#"aria-hidden="true">{}</svg>"#
            ),
            self.path()
        )
    }

    /// Its form with its look.
    fn path(self) -> String {
        format!(r#"<path class="{}" d="{}"/>"#, self.name(), self.form())
    }
}

/// One row of a picture.
pub(super) struct Row<'a> {
    /// What stands at its left.
    pub(super) name: String,
    what: What<'a>,
}

enum What<'a> {
    /// With the row of the task that spawned it, counted from this one upward, if that is certain.
    Lane(&'a Lane, Option<usize>),
    Call(&'a Call),
    Mark(&'a Mark),
    /// With the end of the run.
    Strip(&'a Strip, u64),
}

impl<'a> Row<'a> {
    /// The rows of a run: tasks, then calls and marks as they came, then shared numbers.
    ///
    /// `name_of` gives the names of tasks and shared numbers in the reader's language.
    pub(super) fn all_of(trace: &'a Trace, name_of: impl Fn(Named<'a>) -> String) -> Vec<Row<'a>> {
        let lanes = trace.lanes.iter().enumerate().map(|(index, lane)| {
            let above = spawner(trace, index).map(|spawner| index - spawner);
            Row { name: name_of(Named::Lane(lane)), what: What::Lane(lane, above) }
        });
        let calls = trace.calls.iter();
        let calls = calls.map(|call| Row { name: call.name.clone(), what: What::Call(call) });
        let marks = trace.marks.iter();
        let marks = marks.map(|mark| Row { name: mark.text.clone(), what: What::Mark(mark) });
        let strips = trace.strips.iter().map(|strip| Row {
            name: name_of(Named::Strip(strip)),
            what: What::Strip(strip, trace.end),
        });
        let mut called: Vec<Row<'_>> = calls.chain(marks).collect();
        called.sort_by_key(Row::from);
        lanes.chain(called).chain(strips).collect()
    }

    /// When it begins.
    fn from(&self) -> u64 {
        match self.what {
            What::Lane(lane, _) => lane.from,
            What::Call(call) => call.from,
            What::Mark(mark) => mark.at,
            What::Strip(strip, _) => strip.levels.first().map_or(0, |level| level.at),
        }
    }

    /// The signs that are drawn in it.
    pub(super) fn signs(&self) -> Vec<Sign> {
        match self.what {
            What::Lane(lane, _) => {
                let mut signs = vec![Sign::Waits, Sign::Polled, end_of_task(lane.fate)];
                signs.extend(lane.polls.iter().any(|it| it.is_blocked()).then_some(Sign::Blocks));
                signs.extend(lane.spawned_at.is_some().then_some(Sign::Spawned));
                signs
            }
            What::Call(call) => [Sign::Call].into_iter().chain(end_of_call(call.fate)).collect(),
            What::Mark(_) => vec![Sign::Noted],
            What::Strip(..) => Vec::new(),
        }
    }

    /// The row without its name.
    pub(super) fn drawn(&self, scale: Scale) -> String {
        match self.what {
            What::Lane(lane, above) => drawn_lane(lane, above, scale),
            What::Call(call) => drawn_call(call, scale),
            What::Mark(mark) => Sign::Noted.drawn_at(&scale.place(mark.at)),
            What::Strip(strip, end) => drawn_strip(strip, end, scale),
        }
    }
}

/// What has no name of its own in a trace.
pub(super) enum Named<'a> {
    Lane(&'a Lane),
    Strip(&'a Strip),
}

/// The task that spawned this one, if that is certain: the schedule says so, or, of those that were
/// there before, it is the only one that was being polled at that moment.
fn spawner(trace: &Trace, index: usize) -> Option<usize> {
    let lane = &trace.lanes[index];
    lane.spawned_at.as_ref()?;
    let deed = format!("spawn {}", lane.name);
    let turns = trace.schedule.iter().flat_map(|schedule| &schedule.turns);
    let mut told = turns.filter(|turn| turn.did.iter().any(|did| did.what == deed));
    if let Some(turn) = told.next() {
        return (turn.task < index).then_some(turn.task);
    }
    let is_polled = |lane: &Lane, at| lane.polls.iter().any(|it| (it.from..=it.to).contains(&at));
    let mut polled = (0..index).filter(|other| is_polled(&trace.lanes[*other], lane.from));
    let only = polled.next()?;
    polled.next().is_none().then_some(only)
}

fn end_of_task(fate: TaskFate) -> Sign {
    match fate {
        TaskFate::Done => Sign::Done,
        TaskFate::Canceled => Sign::Dropped,
        TaskFate::Panicked => Sign::Panicked,
        TaskFate::Running => Sign::Running,
    }
}

fn end_of_call(fate: Fate) -> Option<Sign> {
    match fate {
        Fate::Done => None,
        Fate::Failed => Some(Sign::Failed),
        Fate::Canceled => Some(Sign::Dropped),
        Fate::Running => Some(Sign::Running),
    }
}

fn drawn_call(call: &Call, scale: Scale) -> String {
    let class = end_of_call(call.fate).map_or("done", Sign::name);
    let mut row = format!(
        r#"<rect class="bar {class}" x="{}" y="6" width="{}" height="12"/>"#,
        scale.place(call.from),
        scale.width(call.from, call.to)
    );
    // A call without a duration still happened; the edge is drawn in any case.
    let _ = write!(
        row,
        r#"<line class="edge" x1="{0}" x2="{0}" y1="6" y2="18"/>"#,
        scale.place(call.from)
    );
    if let Some(sign) = end_of_call(call.fate) {
        row.push_str(&sign.drawn_at(&scale.place(call.to)));
    }
    row
}

fn drawn_lane(lane: &Lane, above: Option<usize>, scale: Scale) -> String {
    let to = lane.to.max(lane.from);
    let from = scale.place(lane.from);
    let mut row = format!(
        r#"<line class="waits" x1="{from}" x2="{}" y1="{MIDDLE}" y2="{MIDDLE}"/>"#,
        scale.place(to)
    );
    if lane.spawned_at.is_some() {
        let line = above.map(|above| {
            format!(r#"<line class="spawn" x1="-8" x2="-8" y1="-1" style="--up:{above}"/>"#)
        });
        // Beside the mark of the first poll, which may come in the same moment.
        let _ = write!(
            row,
            r#"<svg x="{from}" y="{MIDDLE}" class="sign"><g transform="translate(-4)">{}{}</g></svg>"#,
            line.unwrap_or_default(),
            Sign::Spawned.path()
        );
    }
    for poll in lane.polls.iter().filter(|poll| poll.is_blocked()) {
        let _ = write!(
            row,
            r#"<rect class="blocks" x="{}" y="4" width="{}" height="16"/>"#,
            scale.place(poll.from),
            scale.width(poll.from, poll.to)
        );
    }
    for poll in lane.polls.iter().filter(|poll| !poll.is_blocked()) {
        let x = scale.place(poll.from);
        let _ = write!(row, r#"<line class="polled" x1="{x}" x2="{x}" y1="4" y2="20"/>"#);
    }
    row.push_str(&end_of_task(lane.fate).drawn_at(&scale.place(to)));
    row
}

fn drawn_strip(strip: &Strip, end: u64, scale: Scale) -> String {
    let end = strip.gone_at.unwrap_or(end);
    let mut row = String::new();
    for (index, level) in strip.levels.iter().enumerate() {
        let until = strip.levels.get(index + 1).map_or(end, |next| next.at).min(end);
        if until <= level.at {
            continue;
        }
        let height = u64::from(HEIGHT - 4) * level.value.min(strip.of) / strip.of.max(1);
        let (x, width) = (scale.place(level.at), scale.width(level.at, until));
        let _ = write!(
            row,
            r#"<rect class="level" x="{x}" y="{}" width="{width}" height="{}"/>"#,
            u64::from(HEIGHT) - height,
            height.max(1)
        );
        if scale.has_room(level.at, until) {
            let value = level.value;
            let _ = write!(
                row,
                r#"<svg x="{x}" class="sign"><text class="value" x="5" y="20">{value}</text></svg>"#
            );
        }
    }
    row
}

/// A name as it stands at the left of a row: cut to what fits, in full on pointing at it.
pub(super) fn drawn_name(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return format!(r#"<text class="name" y="16">{}</text>"#, escape(name));
    }
    let kept: String = name.chars().take(longest - 1).collect();
    let (kept, name) = (escape(kept.trim_end()), escape(name));
    format!(r#"<text class="name" y="16"><title>{name}</title>{kept}…</text>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane(from: u64, polls: &[(u64, u64)], fate: TaskFate) -> Lane {
        let polls = polls.iter().map(|&(from, to)| trace::Poll { from, to }).collect();
        let spawned_at = (from > 0).then(|| "src/gate.rs:7".to_owned());
        Lane { name: "task".into(), spawned_at, from, polls, to: 90, fate, waits_at: Vec::new() }
    }

    #[test]
    fn an_arrow_comes_from_the_only_task_that_can_have_spawned() {
        let body = lane(0, &[(0, 0), (40, 40)], TaskFate::Done);
        let idle = lane(10, &[(20, 20)], TaskFate::Done);
        let awake = lane(10, &[(30, 50)], TaskFate::Done);
        let child = lane(40, &[], TaskFate::Done);

        let of = |lanes| Trace { lanes, ..Trace::empty() };
        let certain = of(vec![body.clone(), idle.clone(), child.clone()]);
        let doubtful = of(vec![body, idle, awake, child]);

        assert_eq!(spawner(&certain, 2), Some(0));
        assert_eq!(spawner(&doubtful, 3), None, "body and third task were both polled at 40 ms");
        assert_eq!(spawner(&certain, 0), None, "nobody spawns the body");
    }

    #[test]
    fn every_fate_has_a_form_of_its_own() {
        let mut forms: Vec<&str> = Sign::ALL.iter().map(|sign| sign.form()).collect();
        forms.sort_unstable();
        forms.dedup();

        assert_eq!(forms.len(), Sign::ALL.len());
    }
}
