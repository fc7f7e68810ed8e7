//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: forgetting a permit sounds like letting go of it.

use kit::Journal;
use tokio::{join, sync::Semaphore};

pub const PREDICTION: &[&str] = &["2 free", "big", "small", "2 free"];

pub async fn program(journal: &Journal) {
    let gate = Semaphore::new(2);
    let _ = gate.acquire().await;
    journal.mark(format!("{} free", gate.available_permits()));
    let held = gate.acquire().await;
    let big = async {
        let _both = gate.acquire_many(2).await;
        journal.mark("big");
    };
    let small = async {
        let _one = gate.acquire().await;
        journal.mark("small");
    };
    join!(biased; big, small, async { drop(held) });
    gate.acquire().await.expect("the gate is never closed").forget();
    journal.mark(format!("{} free", gate.available_permits()));
}
