//! Rejected by: step_4_a_full_queue_stops_the_intake
//! Outcome: wrong_answer
//! Why people write it: a vector of all parcels, shared by the workers, needs no channel and no end.

use std::{collections::VecDeque, sync::Mutex};

use futures::future::join_all;
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    let _ = capacity;
    let waiting: Mutex<VecDeque<Parcel>> = Mutex::new(parcels.collect());
    let next = || waiting.lock().expect("no worker panics").pop_front();
    let work = async |_worker| {
        let mut receipts = Vec::new();
        while let Some(parcel) = next() {
            receipts.push(desk.handle(parcel).await);
        }
        receipts
    };
    join_all((0..workers).map(work)).await.concat()
}
