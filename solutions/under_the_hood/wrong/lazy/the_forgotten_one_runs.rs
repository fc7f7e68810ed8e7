//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: `let _ =` looks like starting something whose result is not needed.

use kit::{Journal, ms};
use tokio::time::{Instant, sleep};

pub const PREDICTION: &[&str] = &[
    "two futures",
    "fuel begins",
    "valves begins",
    "futures: 20 ms",
    "two tasks",
    "radar begins",
    "radio begins",
    "tasks: 10 ms",
    "alarms: 10 ms",
    "doors begins",
    "the end",
];

/// Notes a line at each `mark`.
pub async fn program(journal: &Journal) {
    let took = |what: &str, start: Instant| {
        journal.mark(format!("{what}: {} ms", start.elapsed().as_millis()));
    };

    let start = Instant::now();
    let (fuel, valves) = (check("fuel", journal.clone()), check("valves", journal.clone()));
    journal.mark("two futures");
    fuel.await;
    valves.await;
    took("futures", start);

    let start = Instant::now();
    let radar = tokio::spawn(check("radar", journal.clone()));
    let radio = tokio::spawn(check("radio", journal.clone()));
    journal.mark("two tasks");
    radar.await.expect("a check does not panic");
    radio.await.expect("a check does not panic");
    took("tasks", start);

    let start = Instant::now();
    let (first, second) = (sleep(ms(10)), sleep(ms(10)));
    first.await;
    second.await;
    took("alarms", start);

    #[expect(clippy::let_underscore_future, reason = "this is what the program is about")]
    let _ = check("doors", journal.clone());
    sleep(ms(50)).await;
    journal.mark("the end");
}

async fn check(part: &str, journal: Journal) {
    journal.mark(format!("{part} begins"));
    sleep(ms(10)).await;
}
