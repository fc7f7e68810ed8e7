//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: where there is a lock, visitors are expected to go one by one.

use futures::future::join_all;
use kit::{Journal, ms, timed};
use tokio::{sync::Mutex, time::sleep};

pub const PREDICTION: &[&str] =
    &["locked twice: 3 after 30ms", "held: 3 after 30ms", "locked after: 3 after 30ms"];

pub async fn program(journal: &Journal) {
    let hits = Mutex::new(0);
    let visit = async |_| {
        let seen = *hits.lock().await;
        sleep(ms(10)).await;
        *hits.lock().await = seen + 1;
    };
    let (_, took) = timed(join_all((0..3).map(visit))).await;
    journal.mark(format!("locked twice: {} after {took:?}", *hits.lock().await));

    let hits = Mutex::new(0);
    let visit = async |_| {
        let mut held = hits.lock().await;
        let seen = *held;
        sleep(ms(10)).await;
        *held = seen + 1;
    };
    let (_, took) = timed(join_all((0..3).map(visit))).await;
    journal.mark(format!("held: {} after {took:?}", *hits.lock().await));

    let hits = Mutex::new(0);
    let visit = async |_| {
        sleep(ms(10)).await;
        *hits.lock().await += 1;
    };
    let (_, took) = timed(join_all((0..3).map(visit))).await;
    journal.mark(format!("locked after: {} after {took:?}", *hits.lock().await));
}
