//! `lazy`, solved: a future begins at its first poll, and what counts is who polls it and when.
//!
//! - Calling an `async fn` builds a future and runs nothing of it. Awaited in turn, the second
//!   begins when the first has ended: 20 ms. A coroutine of asyncio is the same.
//! - A task is polled by the runtime, so that the one who spawned it need not. On a runtime with one
//!   thread that is not before the spawning task waits itself: "two tasks" comes first, as after
//!   `asyncio.create_task`.
//! - `sleep` is no `async fn`. Calling it reads the clock and sets the deadline; both deadlines are
//!   10 ms after the start, whoever awaits them first.
//! - `let _ = …` drops the future in that line, before its first poll: nothing was begun, and nobody
//!   complains. `check(…);` alone would not compile here, because a future is `#[must_use]`.

use kit::{Journal, ms};
use tokio::time::{Instant, sleep};

/// What `program` notes.
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
