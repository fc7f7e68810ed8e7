//! What to think of first after each kind of failure, and where to read on.

use serde::Serialize;
use trace::Outcome;

use crate::run::Ending;

/// The kind of a failure, with what helps after any of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Its name: an outcome's, `does_not_compile`, `changed_stub` or `own_tests`.
    pub kind: &'static str,
    /// What to think of first; comes before the exercise's own hints.
    pub hint: Option<&'static str>,
    /// The chapter to read, relative to the root.
    pub read: String,
}

impl Failure {
    /// An answer that is not Rust yet.
    pub fn does_not_compile(lesson: &str) -> Failure {
        let hint = "Mend the first error only, then save: later ones often follow from it. \
                    `rustc --explain CODE` explains a code such as E0382 with an example.";
        Failure { kind: "does_not_compile", hint: Some(hint), read: chapter(lesson) }
    }

    /// An answer to another question.
    pub fn changed_stub(lesson: &str) -> Failure {
        Failure { kind: "changed_stub", hint: None, read: chapter(lesson) }
    }

    /// Tests that demand too little or too much.
    pub fn own_tests(lesson: &str) -> Failure {
        Failure { kind: "own_tests", hint: None, read: chapter(lesson) }
    }

    /// A step that ended otherwise than by passing.
    pub fn of_step(ending: Ending, lesson: &str) -> Failure {
        let (hint, read) = help(ending);
        let kind = ending.name();
        Failure { kind, hint, read: chapter(read.unwrap_or(lesson)) }
    }
}

/// The path of a chapter.
fn chapter(name: &str) -> String {
    format!("book/src/en/{name}.md")
}

/// The hint after an ending, and the chapter about it where that is not the lesson's own.
fn help(ending: Ending) -> (Option<&'static str>, Option<&'static str>) {
    let Ending::Reported(outcome) = ending else {
        return (help_after_an_accident(ending), None);
    };
    match outcome {
        Outcome::Passed | Outcome::Unfinished | Outcome::WrongAnswer => (None, None),
        Outcome::Panicked => (
            Some(
                "The panic comes from your code, not from a check of the step. What do `unwrap`, \
                 `expect`, an index or a subtraction take for granted there?",
            ),
            None,
        ),
        Outcome::Deadlock => (
            Some(
                "Everyone waits for someone who waits. Ask of each call under way: who would wake \
                 it, and what does that one wait for? Usually a guard, a permit or a sender lives \
                 on across an `.await`.",
            ),
            Some("locks"),
        ),
        Outcome::Endless => (
            Some(
                "Timers fire and nothing ends: a loop lacks its way out. Which branch should \
                 return, and what has to become true for it?",
            ),
            Some("timeouts"),
        ),
        Outcome::Blocked => (
            Some(
                "Something holds the thread itself: `std::thread::sleep`, a lock or channel of \
                 `std::sync`, a call of `std` that reads or writes. Nothing else runs meanwhile. \
                 Use tokio's counterpart, or `spawn_blocking`.",
            ),
            Some("hello"),
        ),
        Outcome::Busy => (
            Some(
                "A loop computes, or asks again and again, and never gives the thread back. \
                 Instead of asking with `try_…` or `is_…`, await what you are waiting for.",
            ),
            Some("hello"),
        ),
        Outcome::LeakedTasks => (
            Some(
                "A task outlives the call that spawned it: dropping a `JoinHandle` detaches the \
                 task and does not stop it. Who owns the tasks, and who awaits or aborts them on \
                 every way out?",
            ),
            Some("task_groups"),
        ),
        Outcome::DetachedPanic => (
            Some(
                "A task panicked, and nobody looked at its `JoinHandle`. Await the handle, and \
                 decide what its `JoinError` means for the caller.",
            ),
            Some("tasks"),
        ),
    }
}

fn help_after_an_accident(ending: Ending) -> Option<&'static str> {
    match ending {
        Ending::Reported(_) | Ending::Canceled | Ending::Later | Ending::NotExplored => None,
        Ending::LeftEarly => Some(
            "Your code ended the whole process before the step was over, as \
             `std::process::exit` does. Return instead.",
        ),
        Ending::Crashed => Some(
            "The system ended the process: recursion without end fills the stack, and `abort` or \
             a panic during a panic ends it without a word.",
        ),
        Ending::Overtime => Some(
            "The step ran into the limit of real time: real waiting, as `std::thread::sleep` \
             does, or a computation without end.",
        ),
        Ending::Flooded => {
            Some("Your code wrote more than anyone would read: is there a `println!` in a loop?")
        }
        Ending::Memory => Some(
            "Your code asked for more memory than a step may have: does a collection, a queue or \
             a number of tasks grow without a bound?",
        ),
    }
}
