//! Rejected by: step_2_a_bell_rings_every_half_hour
//! Outcome: wrong_answer
//! Why people write it: the compiler says that the future must be used, and `let _ =` is its proposal.

use std::time::Duration;

pub async fn ring_bells(watch: &kit::Journal) {
    for bell in 1..=4 {
        let _ = tokio::time::sleep(Duration::from_secs(30 * 60));
        watch.mark(format!("bell {bell}"));
    }
}
