//! # Spawn and wait: the report that never came
//!
//! Every night the reports are sent, each in a task of its own, and then the program ends. In the
//! log nothing is wrong. In the morning some reports are missing, and one has been missing for
//! weeks: its task panics, and nobody hears of it. This code compiles. Mend it.
//!
//! - Read: `lessons/tasks/README.md`
//! - Check: `cargo test -p tasks reports` or `cargo checker run tasks/reports`
//! - Hint: `cargo checker hint tasks/reports`
//! - Toolbox: `tokio::spawn`, `tokio::task::JoinHandle`, `futures::future::join_all`,
//!   `tokio::time::sleep`; one of them is a trap here
//! - Needs: iterators, `Result`, moving into an `async` block

use worlds::Outbox;

/// Sends every report at the same time, and gives the names of those whose sending panicked.
///
/// When it returns, every report is delivered or has panicked; it returns at the moment in which
/// the last one ends. A report that panics costs no other one. Each report is sent once for each
/// time it stands in `reports`; the names come in the order of `reports`, and as often.
pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    for report in reports {
        let (outbox, report) = (outbox.clone(), report.clone());
        tokio::spawn(async move { outbox.send(&report).await });
    }
    Vec::new()
}
