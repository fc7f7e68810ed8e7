//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: dropping a future looks like the last chance for what it was to do.

use kit::{Journal, ms};
use tokio::time::{Instant, sleep};

/// The lines that `program` prints, in order: `&["the first line", "the second line"]`.
pub const PREDICTION: &[&str] =
    &["two futures", "first bell rings", "after 30 ms", "second bell rings", "the end"];

/// The program. It is given; leave it as it is.
pub async fn program(journal: &Journal) {
    let start = Instant::now();
    let later = ring(journal, "first bell");
    let never = ring(journal, "second bell");
    journal.mark("two futures");
    sleep(ms(20)).await;
    later.await;
    journal.mark(format!("after {} ms", start.elapsed().as_millis()));
    drop(never);
    journal.mark("the end");
}

async fn ring(journal: &Journal, bell: &str) {
    sleep(ms(10)).await;
    journal.mark(format!("{bell} rings"));
}
