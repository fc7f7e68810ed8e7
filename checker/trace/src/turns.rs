//! Draws a schedule as text: a line for each thing that a task did, in the order in which it was
//! done.

use crate::{Deed, Schedule, Then, Turn};

/// Turns drawn at most: what comes before them is left out, for a failure stands at the end.
const TURNS: usize = 40;
/// Characters of a line of code shown at most.
const CODE: usize = 42;

impl Schedule {
    /// The turns, one below the other.
    ///
    /// Each line is indented by two spaces and ends with a line feed.
    pub fn drawn(&self) -> String {
        let name = |turn: &Turn| self.tasks.get(turn.task).map_or("?", |task| task.name.as_str());
        let width = self.turns.iter().map(|turn| name(turn).len()).max().unwrap_or(0);
        let has_times = self.turns.iter().any(|turn| turn.at > 0);
        let digits = self.turns.last().map_or(1, |turn| turn.at.to_string().len());

        let mut lines = Vec::new();
        let first = self.turns.len().saturating_sub(TURNS);
        let left_out = first + self.left_out;
        if left_out > 0 {
            lines.push(format!("  {left_out} turns before these"));
        }
        let mut time = None;
        for turn in &self.turns[first..] {
            let is_new = time != Some(turn.at);
            time = Some(turn.at);
            let clock = match (has_times, is_new) {
                (false, _) => String::new(),
                (true, true) => format!("{:>digits$} ms  ", turn.at),
                (true, false) => " ".repeat(digits + 5),
            };
            let blank = " ".repeat(clock.len());
            let mut who = name(turn);
            for (index, what) in turn.sentences().iter().enumerate() {
                let clock = if index == 0 { &clock } else { &blank };
                lines.push(format!("  {clock}{who:width$}  {what}"));
                who = "";
            }
        }
        lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

impl Turn {
    /// What happened in it, a sentence each.
    fn sentences(&self) -> Vec<String> {
        let done = self.did.iter().map(Deed::to_string);
        let end = match &self.then {
            Then::Interrupted(before) => match before.first() {
                Some(deed) => format!("is interrupted at {deed}"),
                None => "is interrupted".to_owned(),
            },
            Then::Waits(deeds) if deeds.is_empty() => "waits".to_owned(),
            Then::Waits(deeds) => {
                let deeds: Vec<String> = deeds.iter().map(Deed::to_string).collect();
                format!("waits at {}", deeds.join(", and at "))
            }
            Then::Ended => "ends".to_owned(),
            Then::Canceled => "is dropped".to_owned(),
            Then::Panicked => "panics".to_owned(),
        };
        done.chain([end]).collect()
    }
}

impl std::fmt::Display for Deed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code = self.source.as_ref().map_or(&self.what, |source| source);
        // Neither the whole line nor the whole path would fit.
        let code = code.split(" //").next().unwrap_or(code).trim();
        if code.chars().count() > CODE {
            let start: String = code.chars().take(CODE - 2).collect();
            write!(f, "{start}..")?;
        } else {
            f.write_str(code)?;
        }
        let Some(place) = &self.place else { return Ok(()) };
        write!(f, "  {}", place.rsplit(['/', '\\']).next().unwrap_or(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Task;

    fn deed(what: &str, line: u32) -> Deed {
        let place = Some(format!("lessons/locks/src/visitors.rs:{line}"));
        Deed { what: what.to_owned(), place, source: None }
    }

    fn turn(task: usize, at: u64, did: Vec<Deed>, then: Then) -> Turn {
        Turn { task, at, did, then }
    }

    fn tasks(number: usize) -> Vec<Task> {
        let names = (0..number).map(|n| if n == 0 { "body".into() } else { format!("task {n}") });
        names.map(|name| Task { name, spawned_at: None }).collect()
    }

    #[test]
    fn each_turn_tells_what_was_done_and_why_it_ended() {
        let turns = vec![
            turn(0, 0, vec![deed("spawn task 1", 9)], Then::Waits(vec![deed("JoinHandle", 12)])),
            turn(1, 0, vec![deed("Mutex::lock", 20)], Then::Interrupted(vec![deed("sleep", 21)])),
            turn(1, 120, vec![], Then::Waits(vec![deed("recv", 30), deed("tick", 31)])),
            turn(1, 120, vec![], Then::Canceled),
            turn(0, 120, vec![deed("JoinHandle", 12)], Then::Ended),
        ];
        let schedule = Schedule { choices: "01".to_owned(), tasks: tasks(2), left_out: 0, turns };

        insta::assert_snapshot!(schedule.drawn(), @"
          0 ms  body    spawn task 1  visitors.rs:9
                        waits at JoinHandle  visitors.rs:12
                task 1  Mutex::lock  visitors.rs:20
                        is interrupted at sleep  visitors.rs:21
        120 ms  task 1  waits at recv  visitors.rs:30, and at tick  visitors.rs:31
                task 1  is dropped
                body    JoinHandle  visitors.rs:12
                        ends
        ");
    }

    #[test]
    fn of_many_turns_the_last_ones_are_drawn() {
        let turns = (0..50).map(|n| turn(n % 2, 0, vec![], Then::Waits(vec![]))).collect();
        let schedule = Schedule { choices: "0".to_owned(), tasks: tasks(2), left_out: 0, turns };

        let text = schedule.drawn();

        assert!(text.starts_with("  10 turns before these\n"), "{text}");
        assert_eq!(text.lines().count(), TURNS + 1, "{text}");
    }
}
