//! `who_wins`, solved: a timeout asks the answer first, then the clock, and only when it is polled.
//!
//! - An answer that is there counts, with no time left and at the very limit. In asyncio,
//!   `wait_for(call(), 0)` gives a `TimeoutError` without beginning the call.
//! - The limits of the stages begin one after the other: 4 ms are over, and the second stage has 5
//!   of its own. The limit around both is over after 5 in all, and what it holds is dropped where it
//!   waits: the second stage notes nothing.
//! - While a future blocks its thread, nobody looks at the clock. When it lets go, its answer is
//!   there, late, and counts all the same.
//! - A closure on a thread of its own has no `.await` at which it could be dropped. The timeout
//!   ends the waiting for it, and the thread runs on.

use std::thread;

use kit::{Journal, ms};
use tokio::{
    sync::oneshot,
    task::spawn_blocking,
    time::{error::Elapsed, sleep, timeout},
};

/// What `program` notes.
pub const PREDICTION: &[&str] = &[
    "no time: the answer",
    "equal: the answer",
    "first stage: the clock",
    "stages: the clock",
    "blocking: the answer",
    "thread: the clock",
    "thread: ends later",
];

/// Notes a line at each `note`.
pub async fn program(journal: &Journal) {
    let note = |race: &str, winner: &str| journal.mark(format!("{race}: {winner}"));

    note("no time", winner(timeout(ms(0), async {}).await));
    note("equal", winner(timeout(ms(5), sleep(ms(5))).await));
    let stages = async {
        note("first stage", winner(timeout(ms(4), sleep(ms(9))).await));
        note("second stage", winner(timeout(ms(5), sleep(ms(3))).await));
    };
    note("stages", winner(timeout(ms(5), stages).await));
    note("blocking", winner(timeout(ms(10), async { thread::sleep(ms(60)) }).await));

    // The thread waits for `go`, and tells its end through `end`.
    let (go, started) = oneshot::channel::<()>();
    let (end, ended) = oneshot::channel::<()>();
    let work = move || (started.blocking_recv(), end.send(()));
    note("thread", winner(timeout(ms(0), spawn_blocking(work)).await));
    let _ = go.send(());
    note("thread", if ended.await.is_ok() { "ends later" } else { "was stopped" });
}

fn winner<T>(result: Result<T, Elapsed>) -> &'static str {
    if result.is_ok() { "the answer" } else { "the clock" }
}
