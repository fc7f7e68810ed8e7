//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: `asyncio.wait_for(call(), 0)` raises a `TimeoutError` without beginning the call.

use std::thread;

use kit::{Journal, ms};
use tokio::{
    sync::oneshot,
    task::spawn_blocking,
    time::{error::Elapsed, sleep, timeout},
};

pub const PREDICTION: &[&str] = &[
    "no time: the clock",
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
