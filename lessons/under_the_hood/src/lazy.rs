//! # Predict: lazy or not
//!
//! Before a launch, the parts of a rocket are checked, 10 ms each. The program makes the same checks
//! as futures and as tasks, waits for two alarms, and forgets one check. Read it, do not run it, and
//! write down the lines it notes, from the first to the last.
//!
//! - Read: `lessons/under_the_hood/README.md`, but predict first
//! - Check: `cargo test -p under_the_hood lazy` or `cargo checker run under_the_hood/lazy`
//! - Hint: `cargo checker hint under_the_hood/lazy`
//! - Toolbox: `tokio::spawn`, `tokio::time::sleep`
//! - Needs: closures, when a value is dropped

use kit::{Journal, ms};
use tokio::time::{Instant, sleep};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

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
