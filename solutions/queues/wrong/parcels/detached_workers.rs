//! Rejected by: step_5_leaves_nothing_behind
//! Outcome: wrong_answer
//! Why people write it: workers are tasks, and a handle that is dropped seems to take its task along.

use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let (sender, receiver) = mpsc::channel(capacity);
    let receiver = Arc::new(Mutex::new(receiver));
    let tasks: Vec<_> = (0..workers)
        .map(|_| {
            let (desk, receiver) = (desk.clone(), Arc::clone(&receiver));
            tokio::spawn(async move {
                let mut receipts = Vec::new();
                loop {
                    let next: Option<Parcel> = receiver.lock().await.recv().await;
                    let Some(parcel) = next else { return receipts };
                    receipts.push(desk.handle(parcel).await);
                }
            })
        })
        .collect();
    for parcel in parcels {
        sender.send(parcel).await.expect("the receiver is still there");
    }
    drop(sender);
    let mut receipts = Vec::new();
    for task in tasks {
        receipts.extend(task.await.expect("no worker panics"));
    }
    receipts
}
