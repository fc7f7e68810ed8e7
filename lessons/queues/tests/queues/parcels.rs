//! The steps of `parcels`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use queues::parcels::process;
use worlds::{Desk, Receipt};

/// One worker and four parcels of 10 ms: four receipts, after 40 ms.
#[kit::test]
async fn step_1_one_worker_handles_every_parcel() {
    let desk = Desk::new();

    let (receipts, took) = timed(process(desk.parcels(4, 10), 1, 2, &desk)).await;

    assert_eq!(
        sorted(receipts),
        numbers(1..=4),
        "4 parcels must give 4 receipts: what becomes of those that wait when the last one is sent?"
    );
    assert_eq!(took, ms(40), "4 parcels of 10 ms took one worker {took:?} instead of 40ms");
}

/// Three workers and seven parcels: each parcel once, and every worker learns that it is over.
#[kit::test]
async fn step_2_three_workers_come_to_their_end() {
    let desk = Desk::new();

    let receipts = process(desk.parcels(7, 10), 3, 2, &desk).await;

    let begun = desk.begun();
    assert_eq!(
        (sorted(receipts), begun),
        (numbers(1..=7), 7),
        "7 parcels were handled {begun} times instead of 7: each one goes to one worker"
    );
}

/// Thirty parcels of 10 ms and three workers: 100 ms.
#[kit::test]
async fn step_3_no_worker_is_idle_while_parcels_wait() {
    let desk = Desk::new();

    let (_, took) = timed(process(desk.parcels(30, 10), 3, 4, &desk)).await;

    let most = desk.most_at_once();
    assert_eq!(
        (took, most),
        (ms(100), 3),
        "30 parcels of 10 ms took {took:?} instead of 100ms, {most} at once instead of 3: \
         longer means that workers wait for each other, shorter that there are too many"
    );
}

/// A hundred parcels, three workers, a queue of four: never more than eight in the shop.
#[kit::test]
async fn step_4_a_full_queue_stops_the_intake() {
    let desk = Desk::new();

    process(desk.parcels(100, 10), 3, 4, &desk).await;

    let most = desk.most_in_shop();
    assert!(
        most <= 8,
        "{most} of 100 parcels were taken and not yet handled, instead of at most 8 \
         (3 in work, 4 in the queue, 1 in the hand): what makes the intake wait?"
    );
}

/// Dropped after 15 ms, nothing of it goes on: no parcel and no worker.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let desk = Desk::new();

    let call = tokio::time::timeout(ms(15), process(desk.parcels(30, 10), 3, 4, &desk)).await;
    kit::settle().await;
    let begun_at_the_drop = desk.begun();
    tokio::time::sleep(ms(100)).await;

    assert!(call.is_err(), "30 parcels take longer than 15 ms, but the call was over by then");
    let later = desk.begun() - begun_at_the_drop;
    assert_eq!(
        (later, desk.under_way()),
        (0, 0),
        "the call was dropped, and {later} more parcels were begun instead of 0: who owns the \
         workers?"
    );
}

fn sorted(mut receipts: Vec<Receipt>) -> Vec<u32> {
    receipts.sort();
    receipts.into_iter().map(|receipt| receipt.parcel).collect()
}

fn numbers(range: std::ops::RangeInclusive<u32>) -> Vec<u32> {
    range.collect()
}
