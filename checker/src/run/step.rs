//! One step: a process, its receipt, and what both together mean.

use std::{
    collections::hash_map::RandomState,
    env, fs,
    hash::{BuildHasher, Hasher},
    io,
    path::Path,
    process::Command,
};

use serde::Serialize;
use trace::{Explored, Outcome, Report, Trace};

use super::{
    canceled::Canceled,
    limits::Limits,
    process::{self, Status},
};

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// As the kit reports it under the right nonce.
    Reported(Outcome),
    /// The process ended well and no report came: the code under test ended it.
    LeftEarly,
    /// The process was ended by the system: a stack that overflowed, memory that ran out.
    Crashed,
    /// It was killed after its time.
    Overtime,
    /// It was killed for what it wrote.
    Flooded,
    /// It asked for more memory than it may have.
    Memory,
    /// It was not run, because nobody waits for it any more.
    Canceled,
    /// Its schedules are explored once the other steps pass.
    Later,
    /// Its schedules cannot be explored: the answer does not compile with the façade. No fault.
    NotExplored,
}

/// What one step did.
#[derive(Debug, Clone)]
pub struct StepRun {
    /// How it ended.
    pub ending: Ending,
    /// What was seen; empty when it passed.
    pub message: String,
    /// Where, as `file:line`.
    pub place: Option<String>,
    /// How many schedules were tried, if it is an explored step that passed.
    pub explored: Option<Explored>,
    /// The calls and moments.
    pub trace: Trace,
}

impl Ending {
    /// The name used in reports and in the headers of wrong answers.
    pub fn name(self) -> &'static str {
        match self {
            Ending::Reported(outcome) => outcome.name(),
            Ending::LeftEarly => "left_early",
            Ending::Crashed => "crashed",
            Ending::Overtime => "overtime",
            Ending::Flooded => "flooded",
            Ending::Memory => "memory",
            Ending::Canceled => "canceled",
            Ending::Later => "later",
            Ending::NotExplored => "not_explored",
        }
    }

    /// Whether a line is at fault that is not the one of an assertion or a panic: where somebody waits
    /// for ever, or where a task was spawned that is left.
    fn has_a_line(self) -> bool {
        matches!(
            self,
            Ending::Reported(
                Outcome::Deadlock | Outcome::Blocked | Outcome::Busy | Outcome::LeakedTasks
            )
        )
    }

    /// Whether the step passed, or could not be asked for.
    pub fn is_passed(self) -> bool {
        matches!(self, Ending::Reported(Outcome::Passed) | Ending::NotExplored)
    }
}

impl Serialize for Ending {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl StepRun {
    /// A step that is not run.
    pub(crate) fn skipped(ending: Ending, message: String) -> StepRun {
        StepRun { ending, message, place: None, explored: None, trace: Trace::empty() }
    }

    /// Whether a stack could tell the line that it is about, and did not: the program knew none.
    pub fn wants_lines(&self) -> bool {
        let is_about_a_drop =
            self.message.contains(Report::DROPPED) && !self.message.contains(Report::WAITED_AT);
        let is_about_a_schedule =
            self.trace.schedule.as_ref().is_some_and(|schedule| !schedule.has_sources());
        (self.ending.has_a_line() && self.place.is_none()) || is_about_a_drop || is_about_a_schedule
    }

    /// Whether an assertion failed in the step that is, in every exercise, about what is left behind.
    pub fn may_be_about_a_task_left(&self, step: &str) -> bool {
        step.ends_with("_leaves_nothing_behind")
            && self.ending == Ending::Reported(Outcome::WrongAnswer)
    }

    /// Whether it matters which task did what.
    pub fn is_about_tasks(&self, step: &str) -> bool {
        let by_its_ending =
            matches!(self.ending, Ending::Reported(Outcome::Deadlock | Outcome::LeakedTasks));
        by_its_ending || self.may_be_about_a_task_left(step)
    }
}

/// Runs the step `name` of a compiled program in `folder`.
///
/// # Errors
///
/// If the program cannot be started.
pub fn run_step(
    program: &Path,
    name: &str,
    folder: &Path,
    canceled: &Canceled,
) -> io::Result<StepRun> {
    let nonce = random();
    let report_file = folder.join(format!("{name}.report.json"));
    // A report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report_file);
    let mut command = bare_command(program, name, folder);
    command.env("AWAITLINGS_REPORT", &report_file);

    let input = format!("{nonce}\n");
    let finished = process::run(&mut command, &input, Some(&random()), Limits::STEP, canceled)?;
    let report = fs::read_to_string(&report_file)
        .ok()
        .and_then(|text| serde_json::from_str::<Report>(&text).ok())
        .filter(|report| report.nonce == nonce && report.schema == Report::SCHEMA);
    Ok(judge(finished.status, report, &finished.output))
}

/// Runs a test that the learner wrote: an ordinary one, without a receipt.
///
/// # Errors
///
/// If the program cannot be started.
pub fn run_own_test(
    program: &Path,
    name: &str,
    folder: &Path,
    canceled: &Canceled,
) -> io::Result<StepRun> {
    // Without the kit nobody recognizes a deadlock: the limit does.
    let limits = Limits { wall: std::time::Duration::from_secs(3), ..Limits::STEP };
    let mut command = bare_command(program, name, folder);
    let finished = process::run(&mut command, "", Some(&random()), limits, canceled)?;
    let mut run = judge(finished.status, None, &finished.output);
    if let Status::Ended(status) = finished.status {
        run.ending = match status.code() {
            Some(0) => Ending::Reported(Outcome::Passed),
            Some(_) if finished.output.contains("not yet implemented: ") => {
                Ending::Reported(Outcome::Unfinished)
            }
            Some(_) => Ending::Reported(Outcome::WrongAnswer),
            None => Ending::Crashed,
        };
        if let Some((place, message)) = telling_panic(&finished.output) {
            run.place = Some(place);
            run.message = message;
        }
    }
    Ok(run)
}

/// The test program for one test, with nothing of our environment but what a program needs.
fn bare_command(program: &Path, name: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args([&format!("steps::{name}"), "--exact", "--include-ignored", "--test-threads=1"])
        .current_dir(folder)
        .env_clear()
        .env("RUST_BACKTRACE", "0")
        // Four ways to make insta accept anything, closed.
        .env("INSTA_UPDATE", "no")
        .env("INSTA_FORCE_PASS", "0")
        .env("INSTA_WORKSPACE_ROOT", folder);
    for variable in ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE"] {
        if let Some(value) = env::var_os(variable) {
            command.env(variable, value);
        }
    }
    command
}

/// What the standard library says before it ends a process that gets no memory; a number follows.
const OUT_OF_MEMORY: &str = "memory allocation of ";

/// The exit code of a program whose tests failed, or whose own thread panicked.
const TESTS_FAILED: i32 = 101;

fn judge(status: Status, report: Option<Report>, output: &str) -> StepRun {
    let without_report = StepRun::skipped;
    match (status, report) {
        (Status::Canceled, _) => without_report(Ending::Canceled, String::new()),
        (Status::Overtime, _) => without_report(
            Ending::Overtime,
            "the step ran for longer than it may and was ended".to_owned(),
        ),
        (Status::Flooded, _) => without_report(
            Ending::Flooded,
            "the step wrote more than it may, 4 MiB, or 64 MiB to a file, and was ended: is there a \
             loop that prints?"
                .to_owned(),
        ),
        (Status::Ended(status), Some(report)) => {
            let is_passed = report.outcome == Outcome::Passed;
            if is_passed && !status.success() {
                // The body passed and the process did not: what came after it did.
                return without_report(Ending::Crashed, last_lines(output));
            }
            StepRun {
                ending: Ending::Reported(report.outcome),
                message: report.message,
                place: report.place,
                explored: report.explored,
                trace: report.trace,
            }
        }
        (Status::Ended(status), None)
            if status.code().is_some_and(|code| code != TESTS_FAILED)
                && !output.contains(OUT_OF_MEMORY) =>
        {
            without_report(
                Ending::LeftEarly,
                "the process ended before the step did: something in your code ends the program"
                    .to_owned(),
            )
        }
        (Status::Ended(_), None) if output.contains(OUT_OF_MEMORY) => without_report(
            Ending::Memory,
            "the step asked for more than a gigabyte of memory and was ended: is there something \
             that only grows?"
                .to_owned(),
        ),
        (Status::Ended(status), None) => without_report(
            Ending::Crashed,
            format!("the process was ended ({status})\n{}", last_lines(output)),
        ),
    }
}

fn last_lines(output: &str) -> String {
    let lines: Vec<&str> = output.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

/// Place and message of the panic that tells most in a test program's output: the first one in a
/// test, for the code under test may have panicked before an assertion looked at it; else the first.
fn telling_panic(output: &str) -> Option<(String, String)> {
    let mut panics = output.split("panicked at ").skip(1).filter_map(panic_in).peekable();
    let first = panics.peek().cloned();
    panics.find(|(place, _)| place.contains("/tests/")).or(first)
}

/// Place and message of a panic, from the words behind `panicked at `.
fn panic_in(words: &str) -> Option<(String, String)> {
    let mut lines = words.lines();
    // `file:line:column:`
    let place = lines.next()?.trim_end_matches(':').rsplit_once(':')?.0.replace('\\', "/");
    let message: Vec<&str> =
        lines.take_while(|line| !line.starts_with("note: ") && !line.is_empty()).collect();
    Some((place, message.join("\n")))
}

/// A text that nobody can guess before the process starts: the standard library seeds each hasher
/// from the system's random numbers.
fn random() -> String {
    let draw = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", draw(), draw())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panic_of_a_test_is_found_in_what_a_test_program_prints() {
        let own = "running 1 test\n\nthread 'steps::one' (7) panicked at a/tests/mine.rs:12:5:\n\
                   took 3\nnot 1\nnote: run with\n";
        let other = "thread 'steps::one' (7) panicked at a/src/answer.rs:3:1:\nno page\n\n";

        let seen = [own.to_owned(), format!("{other}{own}"), other.to_owned(), String::new()]
            .map(|output| telling_panic(&output).map(|(place, _)| place));

        let places = ["a/tests/mine.rs:12", "a/tests/mine.rs:12", "a/src/answer.rs:3"];
        let [first, second, third] = places.map(|place| Some(place.to_owned()));
        assert_eq!(seen, [first, second, third, None]);
        assert_eq!(
            telling_panic(own).map(|(_, message)| message),
            Some("took 3\nnot 1".to_owned())
        );
    }
}
