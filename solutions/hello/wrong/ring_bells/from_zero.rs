//! Rejected by: step_1_four_bells_ring_in_order
//! Outcome: wrong_answer
//! Why people write it: most ranges in Rust begin with 0.

use std::time::Duration;

pub async fn ring_bells(watch: &kit::Journal) {
    for bell in 0..=4 {
        tokio::time::sleep(Duration::from_secs(30 * 60)).await;
        watch.mark(format!("bell {bell}"));
    }
}
