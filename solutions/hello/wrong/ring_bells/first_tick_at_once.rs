//! Rejected by: step_2_a_bell_rings_every_half_hour
//! Outcome: wrong_answer
//! Why people write it: an interval is made for this, but its first tick comes at once.

use std::time::Duration;

use tokio::time::interval;

pub async fn ring_bells(watch: &kit::Journal) {
    let mut half_hours = interval(Duration::from_secs(30 * 60));
    for bell in 1..=4 {
        half_hours.tick().await;
        watch.mark(format!("bell {bell}"));
    }
}
