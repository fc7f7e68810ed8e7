//! Draws a trace as text: a row for each task, call, mark and shared number, a column for a stretch
//! of time.
//!
//! Plain ASCII, so that it reads the same in every terminal, log and text file; color is left to
//! whoever prints it.

mod rows;
mod scale;

use std::fmt::Write as _;

use self::{
    rows::{Row, Section},
    scale::Scale,
};
use crate::{Fate, Schedule, Trace};

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
        let sections = Section::all_of(self);
        if sections.is_empty() {
            return self.schedule.as_ref().map(Schedule::drawn).unwrap_or_default();
        }
        let scale = Scale::fitting(last);
        let mut text = String::new();
        line(&mut text, &format!("  {:name_width$}  {}", "", scale.axis()));
        for section in &sections {
            for row in section.shown() {
                line(&mut text, &format!("  {:name_width$}  {}", row.name, row.drawn(&scale)));
            }
            if section.left_out() > 0 {
                line(&mut text, &format!("  and {} more", section.left_out()));
            }
        }
        self.sum_up(&mut text);
        if let Some(signs) = rows::signs_of_lanes(self.lanes_of_interest()) {
            line(&mut text, &signs);
        }
        if let Some(schedule) = &self.schedule {
            line(&mut text, "");
            text.push_str(&schedule.drawn());
        }
        text
    }

    /// The columns that the names take.
    fn name_width(&self) -> usize {
        let sections = Section::all_of(self);
        let rows = sections.iter().flat_map(Section::shown);
        rows.map(|row| row.name.chars().count()).max().unwrap_or(0)
    }

    /// The last moment there is something to draw at.
    fn last(&self) -> u64 {
        let sections = Section::all_of(self);
        let rows = sections.iter().flat_map(Section::rows);
        rows.map(Row::last).max().unwrap_or(0).max(self.end)
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

fn line(text: &mut String, content: &str) {
    text.push_str(content.trim_end());
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::{rows::ROWS, *};
    use crate::{Call, Counted, Lane, Level, Mark, Poll, Strip, TaskFate};

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

    fn polls(moments: &[u64]) -> Vec<Poll> {
        moments.iter().map(|at| Poll { from: *at, to: *at }).collect()
    }

    fn lane(name: &str, from: u64, moments: &[u64], to: u64, fate: TaskFate) -> Lane {
        let spawned_at = (name != "body").then(|| "src/crates.rs:7".to_owned());
        let polls = polls(moments);
        Lane { name: name.to_owned(), spawned_at, from, polls, to, fate, waits_at: Vec::new() }
    }

    #[test]
    fn tasks_are_told_from_their_spawn_to_their_end() {
        let blocking = Poll { from: 10, to: 20 };
        let lanes = vec![
            lane("body", 0, &[0, 30], 30, TaskFate::Done),
            Lane { polls: vec![blocking], ..lane("task 1", 0, &[], 20, TaskFate::Panicked) },
            lane("task 2", 0, &[0, 10], 15, TaskFate::Canceled),
            lane("task 3", 10, &[10], 30, TaskFate::Running),
        ];

        let text = Trace { end: 30, lanes, ..Trace::empty() }.timeline();

        insta::assert_snapshot!(text, @r"
                             0         10        20        30 ms
        body                 |.............................o
        task 1  crates.rs:7  ..........BBBBBBBBBB!
        task 2  crates.rs:7  |.........|....x
        task 3  crates.rs:7            |...................>
        tasks: | polled  . waits  B blocks  o done  x dropped  ! panicked  > still there
        ");
    }

    #[test]
    fn shared_numbers_are_digits_below_the_calls() {
        let levels = [(0, 2), (0, 1), (0, 0), (20, 1), (30, 12)];
        let levels = levels.map(|(at, value)| Level { at, value }).to_vec();
        let strip = |counts, gone_at| Strip {
            counts,
            made_at: "src/gate.rs:12".to_owned(),
            of: 12,
            levels: levels.clone(),
            gone_at,
        };
        let strips =
            vec![strip(Counted::FreePermits, None), strip(Counted::QueuedMessages, Some(35))];
        let calls = vec![call("export", 0, 20, Fate::Done)];

        let text = Trace { end: 40, calls, strips, ..Trace::empty() }.timeline();

        insta::assert_snapshot!(text, @r"
                            0         10        20        30        40 ms
        export              ####################
        permits gate.rs:12  000000000000000000001111111111++++++++++
        queue gate.rs:12    000000000000000000001111111111+++++
        at most 1 at once
        ");
    }
}
