//! Tests for `parcels` that let no wrong answer through.

use kit::{ms, timed};
use queues::parcels::process;
use tokio::time::timeout;
use worlds::Desk;

/// Seven parcels, three workers, a queue of two.
#[tokio::test(start_paused = true)]
async fn every_parcel_is_handled_once_and_the_call_ends() {
    let desk = Desk::new();

    let call = timeout(ms(1_000), process(desk.parcels(7, 10), 3, 2, &desk)).await;

    let receipts = call.map(|mut receipts| {
        receipts.sort();
        receipts.into_iter().map(|receipt| receipt.parcel).collect::<Vec<_>>()
    });
    let expected: Vec<u32> = (1..=7).collect();
    assert_eq!(receipts, Ok(expected));
}

/// Thirty parcels of 10 ms, three workers, a queue of four: 3 + 4 + 1 parcels in the shop.
#[tokio::test(start_paused = true)]
async fn three_workers_share_the_work_and_the_queue_is_bounded() {
    let desk = Desk::new();

    let (_, took) = timed(timeout(ms(1_000), process(desk.parcels(30, 10), 3, 4, &desk))).await;

    let (expected, most) = (ms(100), desk.most_in_shop());
    assert_eq!(took, expected);
    assert!(most <= 8, "{most} parcels were in the shop");
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_dropped_call_handles_no_more_parcels() {
    let desk = Desk::new();

    let call = timeout(ms(15), process(desk.parcels(30, 10), 3, 4, &desk)).await;
    kit::settle().await;

    // Both halves are needed: a call that was over by then has nothing left to go on.
    assert_eq!((call.is_err(), desk.under_way()), (true, 0));
}
