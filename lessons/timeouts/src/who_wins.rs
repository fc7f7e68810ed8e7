//! # Predict: who wins?
//!
//! Five answers race against a clock. Read the program, do not run it, and write down the lines it
//! notes, from the first to the last. `thread::sleep` blocks the thread, and `spawn_blocking` runs
//! its closure on a thread of its own.
//!
//! - Read: `lessons/timeouts/README.md`, but predict first
//! - Check: `cargo test -p timeouts who_wins` or `cargo checker run timeouts/who_wins`
//! - Hint: `cargo checker hint timeouts/who_wins`
//! - Toolbox: `tokio::time::timeout`, `tokio::time::sleep`, `tokio::task::spawn_blocking`
//! - Needs: closures, `Result`

use std::thread;

use kit::{Journal, ms};
use tokio::{
    sync::oneshot,
    task::spawn_blocking,
    time::{error::Elapsed, sleep, timeout},
};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

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
