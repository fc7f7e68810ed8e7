//! # Predict: which branch?
//!
//! A port waits for whoever comes first: a pilot, a tug, a ship, the clock. What does not come
//! first is dropped, and dropping a future has its own order. Read the program, do not run it, and
//! write down the lines it notes, from the first to the last.
//!
//! - Read: what `lessons/cancellation/README.md` says of `select!`, then predict
//! - Check: `cargo test -p cancellation which_branch` or
//!   `cargo checker run cancellation/which_branch`
//! - Hint: `cargo checker hint cancellation/which_branch`
//! - Toolbox: `tokio::select!`, `std::mem::drop`
//! - Needs: patterns, when a value is dropped

use std::future::ready;

use kit::{Journal, ms};
use tokio::{select, time::sleep};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

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
