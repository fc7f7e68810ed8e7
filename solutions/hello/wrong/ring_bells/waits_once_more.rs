//! Rejected by: step_3_the_watch_ends_with_its_last_bell
//! Outcome: wrong_answer
//! Why people write it: the loop asks whether it is done only after it has waited.

use std::time::Duration;

pub async fn ring_bells(watch: &kit::Journal) {
    let mut rung = 0;
    loop {
        tokio::time::sleep(Duration::from_secs(30 * 60)).await;
        if rung == 4 {
            return;
        }
        rung += 1;
        watch.mark(format!("bell {rung}"));
    }
}
