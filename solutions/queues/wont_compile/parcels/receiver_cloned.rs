//! Error: E0599

use futures::future::join_all;
use tokio::sync::mpsc;
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let (sender, receiver) = mpsc::channel(capacity);
    let produce = async move {
        for parcel in parcels {
            sender.send(parcel).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        let mut receiver: mpsc::Receiver<Parcel> = receiver.clone();
        let mut receipts = Vec::new();
        loop {
            let next = receiver.recv().await;
            let Some(parcel) = next else { return receipts };
            receipts.push(desk.handle(parcel).await);
        }
    };
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
