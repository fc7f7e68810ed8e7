//! Rejected by: step_1_one_worker_handles_every_parcel
//! Outcome: wrong_answer
//! Why people write it: tasks are cheap, so every parcel gets its own and nobody waits.

use tokio::task::JoinSet;
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let _ = (workers, capacity);
    let mut tasks = JoinSet::new();
    for parcel in parcels {
        let desk = desk.clone();
        tasks.spawn(async move { desk.handle(parcel).await });
    }
    tasks.join_all().await
}
