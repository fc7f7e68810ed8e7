//! Your own tests for `parcels`: replace each `todo!` with an assertion.
//!
//! `cargo test -p queues mine` runs them on your code. `cargo checker run queues/mine` runs them on
//! the reference too, which must pass, and on a row of wrong answers: most must be caught, and what
//! slips through is listed. Aim at none. A queue that is never told its end waits for ever, and so
//! would a plain test: the `timeout` of a second, in virtual time, makes an `Err` of it.

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
    todo!("assert that {receipts:?} is {expected:?}, and not a timeout")
}

/// Thirty parcels of 10 ms, three workers, a queue of four: 3 + 4 + 1 parcels in the shop.
#[tokio::test(start_paused = true)]
async fn three_workers_share_the_work_and_the_queue_is_bounded() {
    let desk = Desk::new();

    let (_, took) = timed(timeout(ms(1_000), process(desk.parcels(30, 10), 3, 4, &desk))).await;

    let (expected, most) = (ms(100), desk.most_in_shop());
    todo!("assert that it took {expected:?}, as {took:?} says, and that {most} is at most 8")
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn a_dropped_call_handles_no_more_parcels() {
    todo!(
        "give thirty parcels to three workers, give the call up after 15 ms with `timeout`, let \
         tasks end with `kit::settle().await`, and assert that `desk.under_way()` is 0"
    )
}
