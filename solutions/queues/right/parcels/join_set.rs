//! Differs by: a `JoinSet` owns a task for each worker and aborts them when it is dropped.

use std::sync::Arc;

use tokio::{
    sync::{Mutex, mpsc},
    task::JoinSet,
};
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let (sender, receiver) = mpsc::channel(capacity);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut tasks = JoinSet::new();
    for _ in 0..workers {
        let (desk, receiver) = (desk.clone(), Arc::clone(&receiver));
        tasks.spawn(async move {
            let mut receipts = Vec::new();
            loop {
                let next: Option<Parcel> = receiver.lock().await.recv().await;
                let Some(parcel) = next else { return receipts };
                receipts.push(desk.handle(parcel).await);
            }
        });
    }
    for parcel in parcels {
        sender.send(parcel).await.expect("the receiver is still there");
    }
    drop(sender);
    tasks.join_all().await.concat()
}
