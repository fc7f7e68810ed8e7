//! Rejected by: step_1_one_worker_handles_every_parcel
//! Outcome: wrong_answer
//! Why people write it: a flag or a signal ends the workers when the last parcel was sent.

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
    let receipts = Mutex::new(Vec::new());
    let produce = async {
        for parcel in parcels {
            sender.send(parcel).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        loop {
            let next = receiver.lock().await.recv().await;
            let Some(parcel) = next else { break };
            let receipt = desk.handle(parcel).await;
            receipts.lock().await.push(receipt);
        }
    };
    tokio::select! {
        () = produce => {}
        _ = join_all((0..workers).map(work)) => {}
    }
    receipts.into_inner()
}
