//! Rejected by: step_4_a_full_queue_stops_the_intake
//! Outcome: wrong_answer
//! Why people write it: `asyncio.Queue()` has no limit either, and `send` needs no `.await`.

use futures::future::join_all;
use tokio::sync::{Mutex, mpsc};
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let _ = capacity;
    let (sender, receiver) = mpsc::unbounded_channel();
    let receiver = Mutex::new(receiver);
    let produce = async move {
        for parcel in parcels {
            sender.send(parcel).expect("the receiver is still there");
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
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
