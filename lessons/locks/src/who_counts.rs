//! # Predict: who counts right?
//!
//! Three visitors come at the same time, and each adds one to a counter: it reads, waits 10 ms and
//! writes. The program does so in three ways, all on one thread. Read it, do not run it, and write
//! down the lines it notes, from the first to the last.
//!
//! - Read: `lessons/locks/README.md`, but predict first
//! - Check: `cargo test -p locks who_counts` or `cargo checker run locks/who_counts`
//! - Hint: `cargo checker hint locks/who_counts`
//! - Toolbox: `tokio::sync::Mutex`, `futures::future::join_all`
//! - Needs: closures, when a value is dropped

use futures::future::join_all;
use kit::{Journal, ms, timed};
use tokio::{sync::Mutex, time::sleep};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

/// Notes a line at each `mark`. `{took:?}` writes 20 milliseconds as `20ms`.
pub async fn program(journal: &Journal) {
    let hits = Mutex::new(0);
    let visit = async |_| {
        let seen = *hits.lock().await;
        sleep(ms(10)).await;
        *hits.lock().await = seen + 1;
    };
    let (_, took) = timed(join_all((0..3).map(visit))).await;
    journal.mark(format!("locked twice: {} after {took:?}", *hits.lock().await));

    let hits = Mutex::new(0);
    let visit = async |_| {
        let mut held = hits.lock().await;
        let seen = *held;
        sleep(ms(10)).await;
        *held = seen + 1;
    };
    let (_, took) = timed(join_all((0..3).map(visit))).await;
    journal.mark(format!("held: {} after {took:?}", *hits.lock().await));

    let hits = Mutex::new(0);
    let visit = async |_| {
        sleep(ms(10)).await;
        *hits.lock().await += 1;
    };
    let (_, took) = timed(join_all((0..3).map(visit))).await;
    journal.mark(format!("locked after: {} after {took:?}", *hits.lock().await));
}
