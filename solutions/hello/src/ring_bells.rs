//! `ring_bells`, solved: wait, then ring, four times.

use std::time::Duration;

use tokio::time::sleep;

const HALF_HOUR: Duration = Duration::from_secs(30 * 60);

/// Marks `"bell 1"` to `"bell 4"`, one every 30 minutes.
///
/// # Cancel safety
///
/// Dropped, it rings no further bell; those that rang stay in the journal.
pub async fn ring_bells(watch: &kit::Journal) {
    // `tokio::time::sleep` gives the thread away until its time has come. `std::thread::sleep`
    // would keep it, and with it every other task of the runtime.
    for bell in 1..=4 {
        sleep(HALF_HOUR).await;
        watch.mark(format!("bell {bell}"));
    }
}
