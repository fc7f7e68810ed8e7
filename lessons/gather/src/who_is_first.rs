//! # Predict: who is first?
//!
//! Three calls are made, and only then awaited together. The first one takes longest. Read the
//! program, do not run it, and write down the lines it notes, from the first to the last.
//!
//! - Read: `lessons/gather/README.md`, but predict first
//! - Check: `cargo test -p gather who_is_first` or `cargo checker run gather/who_is_first`
//! - Hint: `cargo checker hint gather/who_is_first`
//! - Toolbox: `futures::future::join_all`, `tokio::time::sleep`
//! - Needs: closures, iterators

use futures::future::join_all;
use kit::{Journal, ms};
use tokio::time::sleep;

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

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
