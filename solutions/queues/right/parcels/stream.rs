//! Differs by: no channel; a stream takes the next parcel when a place is free.

use futures::{StreamExt, stream};
use worlds::{Desk, Parcel, Receipt};

pub async fn process(
    parcels: impl Iterator<Item = Parcel>,
    workers: usize,
    capacity: usize,
    desk: &Desk,
) -> Vec<Receipt> {
    // What waits in `parcels` waits there as well as in a queue of `capacity`.
    let _ = capacity;
    stream::iter(parcels)
        .map(|parcel| desk.handle(parcel))
        .buffer_unordered(workers)
        .collect()
        .await
}
