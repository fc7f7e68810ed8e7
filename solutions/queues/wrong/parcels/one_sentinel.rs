//! Rejected by: step_2_three_workers_come_to_their_end
//! Outcome: deadlock
//! Why people write it: the last message of a queue is a `None` in asyncio, and one consumer was there to read it.

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
            sender.send(Some(parcel)).await.expect("the receiver is still there");
        }
        sender.send(None).await.expect("the receiver is still there");
    };
    let work = async |_worker| {
        let mut receipts = Vec::new();
        loop {
            let message = receiver.lock().await.recv().await;
            let Some(Some(parcel)) = message else { break };
            receipts.push(desk.handle(parcel).await);
        }
        receipts
    };
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
