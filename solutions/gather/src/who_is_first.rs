//! `who_is_first`, solved: a call that nobody awaits has not begun.
//!
//! - Making the three futures runs nothing of them: "calls made" is the first line.
//! - `join_all` polls them in the order of the list, and each runs to its first `.await`: the
//!   starts come in that order, all at the same time.
//! - Each wakes up after its own time: the last one has 10 ms, the first one 30 ms.
//! - The results are put where their futures stood, whichever came first.

use futures::future::join_all;
use kit::{Journal, ms};
use tokio::time::sleep;

/// What `program` notes.
pub const PREDICTION: &[&str] =
    &["calls made", "start 0", "start 1", "start 2", "end 2", "end 1", "end 0", "[0, 1, 2]"];

/// Notes a line at each `mark`.
pub async fn program(journal: &Journal) {
    let call = async |n: u64| {
        journal.mark(format!("start {n}"));
        sleep(ms(30 - 10 * n)).await;
        journal.mark(format!("end {n}"));
        n
    };
    let calls: Vec<_> = (0..3).map(call).collect();
    journal.mark("calls made");
    let results = join_all(calls).await;
    journal.mark(format!("{results:?}"));
}
