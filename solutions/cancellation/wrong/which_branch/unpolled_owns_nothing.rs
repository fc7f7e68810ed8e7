//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: a future that never ran is expected to own nothing before the end of the
//! block.

use std::future::ready;

use kit::{Journal, ms};
use tokio::{select, time::sleep};

pub const PREDICTION: &[&str] = &[
    "the pilot goes home",
    "tug 1 comes",
    "10 ms have passed",
    "nobody is left",
    "the port is closed",
    "the crane goes home",
];

struct Crew<'a>(&'a str, &'a Journal);

impl Drop for Crew<'_> {
    fn drop(&mut self) {
        self.1.mark(format!("{} goes home", self.0));
    }
}

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
