//! Error: E0505

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
    let produce = async {
        for parcel in parcels {
            sender.send(parcel).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        let mut receipts = Vec::new();
        loop {
            let next = receiver.lock().await.recv().await;
            let Some(parcel) = next else { return receipts };
            receipts.push(desk.handle(parcel).await);
        }
    };
    drop(sender);
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
