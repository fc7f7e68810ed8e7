//! Rejected by: step_2_three_workers_come_to_their_end
//! Outcome: wrong_answer
//! Why people write it: `broadcast` is the channel whose receivers can be many.

use futures::future::join_all;
use tokio::sync::broadcast;
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let (sender, _) = broadcast::channel(1_024);
    let receivers: Vec<_> = (0..workers).map(|_| sender.subscribe()).collect();
    let produce = async move {
        for parcel in parcels {
            while sender.len() >= capacity {
                tokio::time::sleep(kit::ms(1)).await;
            }
            sender.send(parcel).expect("the receivers are still there");
        }
    };
    let work = async |mut receiver: broadcast::Receiver<Parcel>| {
        let mut receipts = Vec::new();
        while let Ok(parcel) = receiver.recv().await {
            receipts.push(desk.handle(parcel).await);
        }
        receipts
    };
    let ((), receipts) = tokio::join!(produce, join_all(receivers.into_iter().map(work)));
    receipts.concat()
}
