//! Virtual time, read exactly.

use std::{future::Future, time::Duration};

use tokio::time::Instant;

/// `n` milliseconds.
///
/// Virtual time has a resolution of one millisecond and rounds up: tests that stay with whole
/// milliseconds can compare with `==`.
pub const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Awaits `future` and tells how much virtual time it took.
///
/// ```
/// # kit::run(kit::Test { name: "docs", file: file!() }, || async {
/// let (word, took) = kit::timed(async {
///     tokio::time::sleep(kit::ms(30)).await;
///     "done"
/// })
/// .await;
/// assert_eq!((word, took), ("done", kit::ms(30)));
/// # });
/// ```
///
/// # Cancel safety
///
/// Dropping it drops `future`; it keeps nothing of its own.
pub async fn timed<F: Future>(future: F) -> (F::Output, Duration) {
    let start = Instant::now();
    let output = future.await;
    (output, start.elapsed())
}
