//! Rejected by: step_3_no_worker_is_idle_while_parcels_wait
//! Outcome: wrong_answer
//! Why people write it: `while let` is the shortest loop, and the guard in its head cannot be seen.

use futures::future::join_all;
use tokio::sync::{Mutex, mpsc};
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let (sender, receiver) = mpsc::channel(capacity);
    let receiver = Mutex::new(receiver);
    let produce = async move {
        for parcel in parcels {
            sender.send(parcel).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        let mut receipts = Vec::new();
        while let Some(parcel) = receiver.lock().await.recv().await {
            receipts.push(desk.handle(parcel).await);
        }
        receipts
    };
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
