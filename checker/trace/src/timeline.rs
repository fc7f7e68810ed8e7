//! Draws a trace as text: a row for each call and each mark, a column for a stretch of time.
//!
//! Plain ASCII, so that it reads the same in every terminal, log and text file; color is left to
//! whoever prints it.

use std::fmt::Write as _;

use crate::{Fate, Schedule, Trace};

/// Columns of the drawing, without the names.
const WIDTH: u64 = 50;
/// Rows drawn at most; a trace of a thousand calls is told by its first ones.
const ROWS: usize = 24;
/// Characters of a name shown at most.
const NAME: usize = 24;

/// One row: a bar from `from` to `to`, and what stands behind it.
struct Row<'a> {
    name: &'a str,
    from: u64,
    to: u64,
    bar: char,
    end: Option<char>,
}

impl Trace {
    /// The timeline of this run, or nothing if there is nothing to draw.
    ///
    /// Each line is indented by two spaces and ends with a line feed.
    pub fn timeline(&self) -> String {
        self.drawn(self.name_width(), self.last())
    }

    /// Two runs as two timelines with the same columns: what differs stands below each other.
    ///
    /// `titles` are the lines above this one and the other one.
    pub fn timeline_beside(&self, other: &Trace, titles: [&str; 2]) -> String {
        let name_width = self.name_width().max(other.name_width());
        let last = self.last().max(other.last());
        let mut text = String::new();
        for (trace, title) in [self, other].into_iter().zip(titles) {
            line(&mut text, title);
            match trace.is_empty() {
                true => line(&mut text, "  no call was made"),
                false => text.push_str(&trace.drawn(name_width, last)),
            }
        }
        text
    }

    /// The timeline in columns that leave `name_width` to the names and reach at least to `last`.
    fn drawn(&self, name_width: usize, last: u64) -> String {
        if self.is_empty() {
            return String::new();
        }
        let rows = self.rows();
        let scale = Scale::fitting(last);

        let mut text = String::new();
        if rows.is_empty() {
            return self.schedule.as_ref().map(Schedule::drawn).unwrap_or_default();
        }
        line(&mut text, &format!("  {:name_width$}  {}", "", scale.axis()));
        for row in rows.iter().take(ROWS) {
            line(&mut text, &format!("  {:name_width$}  {}", shown(row.name), scale.bar(row)));
        }
        if rows.len() > ROWS {
            line(&mut text, &format!("  and {} more", rows.len() - ROWS));
        }
        self.sum_up(&mut text);
        if let Some(schedule) = &self.schedule {
            line(&mut text, "");
            text.push_str(&schedule.drawn());
        }
        text
    }

    /// The columns that the names take.
    fn name_width(&self) -> usize {
        let rows = self.rows();
        let widths = rows.iter().take(ROWS).map(|row| shown(row.name).chars().count());
        widths.max().unwrap_or(0)
    }

    /// The last moment there is something to draw at.
    fn last(&self) -> u64 {
        self.end.max(self.rows().iter().map(|row| row.to).max().unwrap_or(0))
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let calls = self.calls.iter().map(|call| Row {
            name: &call.name,
            from: call.from,
            to: call.to,
            bar: '#',
            end: match call.fate {
                Fate::Done => None,
                Fate::Failed => Some('!'),
                Fate::Canceled => Some('x'),
                Fate::Running => Some('>'),
            },
        });
        let marks = self.marks.iter().map(|mark| Row {
            name: &mark.text,
            from: mark.at,
            to: mark.at,
            bar: '*',
            end: None,
        });
        let mut rows: Vec<Row<'_>> = calls.chain(marks).collect();
        rows.sort_by_key(|row| row.from);
        rows
    }

    /// The line below the drawing: how many calls overlapped, and what the signs mean.
    fn sum_up(&self, text: &mut String) {
        if self.calls.is_empty() {
            return;
        }
        let mut sum = format!("  at most {} at once", self.most_at_once());
        for (fate, meaning) in [
            (Fate::Failed, "! failed"),
            (Fate::Canceled, "x canceled"),
            (Fate::Running, "> still under way"),
        ] {
            if self.calls.iter().any(|call| call.fate == fate) {
                let _ = write!(sum, "   {meaning}");
            }
        }
        line(text, &sum);
    }
}

/// How much time a column stands for.
struct Scale {
    /// Milliseconds in a column.
    column: u64,
    end: u64,
}

impl Scale {
    /// The finest round scale on which `end` fits.
    fn fitting(end: u64) -> Scale {
        let rounds = (0..)
            .flat_map(|power| [1, 2, 5].map(|digit: u64| digit * 10_u64.pow(power)))
            .take_while(|round| *round < 10_000);
        let minutes = [1, 3, 6, 30, 60].map(|minutes: u64| minutes * 60_000);
        let column = rounds
            .chain(minutes)
            .find(|column| end <= column * WIDTH)
            .unwrap_or_else(|| end.div_ceil(WIDTH));
        Scale { column, end }
    }

    fn column_of(&self, time: u64) -> usize {
        usize::try_from(time / self.column).expect("a scale keeps every time within its width")
    }

    /// The labels, one for every ten columns, the unit behind the last one.
    fn axis(&self) -> String {
        let (unit, per_unit) = match self.column {
            ..1_000 => ("ms", 1),
            1_000..60_000 => ("s", 1_000),
            _ => ("min", 60_000),
        };
        let step = self.column * 10;
        let mut axis = String::new();
        for label in 0..=self.end.div_ceil(step).max(1) {
            let time = label * step;
            let column = self.column_of(time);
            let _ = write!(axis, "{:width$}", "", width = column.saturating_sub(axis.len()));
            let _ = write!(axis, "{}", time / per_unit);
        }
        let _ = write!(axis, " {unit}");
        axis
    }

    fn bar(&self, row: &Row<'_>) -> String {
        let from = self.column_of(row.from);
        let length = self.column_of(row.to).saturating_sub(from);
        // A call without a duration still happened.
        let length = if row.end.is_none() { length.max(1) } else { length };
        let bar = row.bar.to_string().repeat(length);
        format!("{:from$}{bar}{}", "", row.end.map(String::from).unwrap_or_default())
    }
}

/// A name cut to what fits.
fn shown(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME - 2).collect();
    format!("{kept}..")
}

fn line(text: &mut String, content: &str) {
    text.push_str(content.trim_end());
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Call, Mark};

    fn call(name: &str, from: u64, to: u64, fate: Fate) -> Call {
        Call { name: name.to_owned(), from, to, fate }
    }

    fn trace(calls: Vec<Call>, marks: Vec<Mark>, end: u64) -> Trace {
        Trace { end, calls, marks, ..Trace::empty() }
    }

    #[test]
    fn calls_one_after_another_form_a_staircase() {
        let calls = vec![
            call("/a", 0, 100, Fate::Done),
            call("/b", 100, 200, Fate::Failed),
            call("/c", 200, 230, Fate::Canceled),
        ];

        let text = trace(calls, vec![], 300).timeline();

        insta::assert_snapshot!(text, @r"
            0         100       200       300 ms
        /a  ##########
        /b            ##########!
        /c                      ###x
        at most 1 at once   ! failed   x canceled
        ");
    }

    #[test]
    fn two_runs_share_their_columns() {
        let slow = vec![call("/a", 0, 100, Fate::Done), call("/bee", 100, 200, Fate::Done)];
        let fast = vec![call("/a", 0, 20, Fate::Done)];

        let slow = trace(slow, vec![], 200);
        let text = slow.timeline_beside(&trace(fast, vec![], 20), ["yours", "the reference"]);
        let nothing = slow.timeline_beside(&Trace::empty(), ["yours", "the reference"]);

        insta::assert_snapshot!(text, @r"
        yours
                0         50        100       150       200 ms
          /a    ####################
          /bee                      ####################
          at most 1 at once
        the reference
                0         50        100       150       200 ms
          /a    ####
          at most 1 at once
        ");
        assert!(nothing.ends_with("the reference\n  no call was made\n"), "{nothing}");
    }

    #[test]
    fn marks_are_stars_and_hours_are_minutes() {
        let marks = (1..=3)
            .map(|bell| Mark { at: bell * 1_800_000, text: format!("bell {bell}") })
            .collect();

        let text = trace(vec![], marks, 5_400_000).timeline();

        insta::assert_snapshot!(text, @r"
                0         30        60        90 min
        bell 1            *
        bell 2                      *
        bell 3                                *
        ");
    }

    #[test]
    fn a_call_without_duration_and_one_that_never_ended_are_drawn() {
        let calls = vec![
            call("at once", 0, 0, Fate::Done),
            call("cut at once", 0, 0, Fate::Canceled),
            call("for ever", 0, 40, Fate::Running),
        ];

        let text = trace(calls, vec![], 40).timeline();

        insta::assert_snapshot!(text, @r"
                     0         10        20        30        40 ms
        at once      #
        cut at once  x
        for ever     ########################################>
        at most 1 at once   x canceled   > still under way
        ");
    }

    #[test]
    fn many_rows_and_long_names_are_cut() {
        let calls = (0..30)
            .map(|n| call(&format!("a rather long name of a call {n}"), 0, 1, Fate::Done))
            .collect();

        let text = trace(calls, vec![], 1).timeline();

        assert_eq!(text.lines().count(), ROWS + 3, "axis, rows, rest, sum:\n{text}");
        assert!(text.contains("a rather long name of .."), "{text}");
        assert!(text.contains("and 6 more"), "{text}");
    }

    #[test]
    fn every_length_of_run_fits() {
        for end in [0, 1, 50, 51, 999, 10_000, 10_001, 86_400_000, u64::from(u32::MAX) * 1_000] {
            let text = trace(vec![call("x", 0, end, Fate::Done)], vec![], end).timeline();
            let longest = text.lines().map(str::len).max().unwrap_or(0);
            assert!(longest <= 80, "a run of {end} ms needs {longest} columns:\n{text}");
        }
    }
}
