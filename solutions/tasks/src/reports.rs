//! `reports`, solved: keep every handle, and await every handle.

use worlds::Outbox;

/// Sends every report at the same time, and gives the names of those whose sending panicked.
///
/// # Cancel safety
///
/// When the call is dropped, reports under way go on without anybody who waits for them.
pub async fn nightly(outbox: &Outbox, reports: &[String]) -> Vec<String> {
    let send = |report: &String| {
        // The task owns what it uses: the compiler cannot see that this call outlives it.
        let (outbox, report) = (outbox.clone(), report.clone());
        tokio::spawn(async move { outbox.send(&report).await })
    };
    // `collect` makes all tasks before the first one is awaited. A lazy iterator would spawn each
    // one only when its turn to be awaited has come.
    let tasks: Vec<_> = reports.iter().map(send).collect();

    // One after the other is as fast as together: the tasks run anyway. A `?` or an `expect` here
    // would leave the rest without anybody who waits for it.
    let mut crashed = Vec::new();
    for (task, report) in tasks.into_iter().zip(reports) {
        if task.await.is_err() {
            crashed.push(report.clone());
        }
    }
    crashed
}
