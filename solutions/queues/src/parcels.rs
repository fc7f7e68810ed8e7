//! `parcels`, solved: the queue ends when its last sender is gone.

use futures::future::join_all;
use tokio::sync::{Mutex, mpsc};
use worlds::{Desk, Parcel, Receipt};

/// Has `workers` workers hand every parcel to `desk`.
pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let (sender, receiver) = mpsc::channel(capacity);
    let receiver = Mutex::new(receiver);
    // `move`: the block owns the sender and drops it at its end. Borrowed, it would live as long
    // as this call, and every worker would wait for a parcel that might still come.
    let produce = async move {
        for parcel in parcels {
            sender.send(parcel).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        let mut receipts = Vec::new();
        loop {
            // A statement of its own, so that the turn ends here. In the head of a `while let`, it
            // would last until the parcel is handled. An ended queue tells every worker: `None`.
            let next = receiver.lock().await.recv().await;
            let Some(parcel) = next else { return receipts };
            receipts.push(desk.handle(parcel).await);
        }
    };
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
