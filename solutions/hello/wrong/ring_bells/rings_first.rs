//! Rejected by: step_2_a_bell_rings_every_half_hour
//! Outcome: wrong_answer
//! Why people write it: "a bell every half hour" sounds like: ring, then wait.

use std::time::Duration;

pub async fn ring_bells(watch: &kit::Journal) {
    for bell in 1..=4 {
        watch.mark(format!("bell {bell}"));
        tokio::time::sleep(Duration::from_secs(30 * 60)).await;
    }
}
