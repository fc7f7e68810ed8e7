//! Rejected by: step_1_four_bells_ring_in_order
//! Outcome: blocked
//! Why people write it: `std::thread::sleep` is the sleep that one knows, and it compiles in an `async fn`.

use std::time::Duration;

pub async fn ring_bells(watch: &kit::Journal) {
    for bell in 1..=4 {
        std::thread::sleep(Duration::from_secs(30 * 60));
        watch.mark(format!("bell {bell}"));
    }
}
