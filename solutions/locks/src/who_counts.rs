//! `who_counts`, solved: a lock protects for as long as it is held, and no longer.
//!
//! - `*hits.lock().await` drops its guard at the end of the line. All three visitors read 0 before
//!   the first one wakes up, and each of them writes 1. Every access was locked, and two visitors
//!   are lost: the read and the write belong together, and the lock was free between them.
//! - A guard with a name lives to the end of the block. Reading, waiting and writing are one piece
//!   now, and nobody is lost; but the others wait for the lock, so the waiting is done in turn.
//! - Read and write need no waiting between them. Done in one line under one lock, after the wait,
//!   nobody is lost and the visitors wait together.

use futures::future::join_all;
use kit::{Journal, ms, timed};
use tokio::{sync::Mutex, time::sleep};

/// What `program` notes.
pub const PREDICTION: &[&str] =
    &["locked twice: 1 after 10ms", "held: 3 after 30ms", "locked after: 3 after 10ms"];

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
