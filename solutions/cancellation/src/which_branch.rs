//! `which_branch`, solved: a branch that does not win is dropped, and so is all that it owns.
//!
//! - `biased` polls the branches from top to bottom. The pilot is polled first and has to wait, tug
//!   1 is ready, and tug 2 is not asked any more. Before the branch of the winner runs, all futures
//!   of the `select!` are dropped: the pilot has gone home when the tug comes.
//! - `ready(None)` is ready at once, but its value does not match `Some(ship)`. That does not run
//!   the branch; it disables it, and the `select!` goes on with the others.
//! - If no branch is left, `else` runs. Without an `else` it would be a panic.
//! - `work` was never polled, so no line of it ran; but it owned the crane from the moment it was
//!   made, and dropping the future drops what it owns.

use std::future::ready;

use kit::{Journal, ms};
use tokio::{select, time::sleep};

/// What `program` notes.
pub const PREDICTION: &[&str] = &[
    "the pilot goes home",
    "tug 1 comes",
    "10 ms have passed",
    "nobody is left",
    "the crane goes home",
    "the port is closed",
];

/// Notes that it is dropped.
struct Crew<'a>(&'a str, &'a Journal);

impl Drop for Crew<'_> {
    fn drop(&mut self) {
        self.1.mark(format!("{} goes home", self.0));
    }
}

/// Notes a line at each `mark`.
pub async fn program(journal: &Journal) {
    let pilot = async {
        let _crew = Crew("the pilot", journal);
        sleep(ms(50)).await;
    };
    select! {
        biased;
        () = pilot => journal.mark("the pilot comes"),
        () = ready(()) => journal.mark("tug 1 comes"),
        () = ready(()) => journal.mark("tug 2 comes"),
    }

    select! {
        biased;
        Some(ship) = ready(None::<&str>) => journal.mark(ship),
        () = sleep(ms(10)) => journal.mark("10 ms have passed"),
    }

    select! {
        biased;
        Some(ship) = ready(None::<&str>) => journal.mark(ship),
        else => journal.mark("nobody is left"),
    }

    let crane = Crew("the crane", journal);
    let work = async move {
        journal.mark("the crane works");
        sleep(ms(10)).await;
        drop(crane);
    };
    drop(work);
    journal.mark("the port is closed");
}
