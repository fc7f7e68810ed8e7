//! # Worker pool: the parcel desk
//!
//! Parcels come in faster than one clerk can handle them, so several share one queue. The code
//! below tells the clerks that the day is over by a last message, as one does in many languages.
//! With one clerk it works; with three, two of them never go home. Mend it.
//!
//! - Read: `lessons/queues/README.md`
//! - Check: `cargo test -p queues parcels` or `cargo checker run queues/parcels`
//! - Hint: `cargo checker hint queues/parcels`
//! - Toolbox: `tokio::sync::mpsc`, `drop`, `tokio::sync::broadcast`, `tokio::sync::Mutex`, given
//!   below: `lock().await` waits for the turn, and the turn ends when what it gives is dropped;
//!   one of them is a trap here
//! - Needs: closures, `move`, when a value is dropped

use futures::future::join_all;
use tokio::sync::{Mutex, mpsc};
use worlds::{Desk, Parcel, Receipt};

/// Has `workers` workers hand every parcel to `desk`, each parcel once, and gives the receipts, in
/// any order.
///
/// Parcels wait in a queue of `capacity`: at no time are more than `workers` + `capacity` + 1 taken
/// from `parcels` and not yet handled. No worker is idle while a parcel waits. The call ends when
/// every parcel is handled. `workers` and `capacity` are at least 1.
///
/// # Cancel safety
///
/// When the call is dropped, no parcel is handled any more.
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
            // The turn ends with this line: the next worker may take a parcel.
            let message = receiver.lock().await.recv().await;
            let Some(Some(parcel)) = message else { break };
            receipts.push(desk.handle(parcel).await);
        }
        receipts
    };
    let ((), receipts) = tokio::join!(produce, join_all((0..workers).map(work)));
    receipts.concat()
}
