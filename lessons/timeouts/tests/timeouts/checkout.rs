//! The steps of `checkout`. Make them pass from the first to the last; never edit them.

use kit::{ms, timed};
use timeouts::checkout::{CheckoutError, Stage, checkout};
use tokio::time::{Instant, sleep, timeout};
use worlds::{Shipment, Till};

/// 10, then 60, then 30 ms make 100, and the deadline is 110 ms away: all of it is in time.
#[kit::test]
async fn step_1_an_order_in_time_is_shipped() {
    let till = Till::new(10, 60, 30);
    let at_the_last_moment = Till::new(50, 49, 0);
    assert_eq!(
        checkout(&at_the_last_moment, "tea", in_ms(100)).await,
        Ok(Shipment::of("tea")),
        "50 and 49 ms are 99 of 100 ms: what begins a millisecond before the deadline and needs no \
         time is in time"
    );

    let (shipped, took) = timed(checkout(&till, "tea", in_ms(110))).await;

    assert_eq!(
        shipped,
        Ok(Shipment::of("tea")),
        "the three stages took {took:?} and the deadline was 110 ms away: does each stage get the \
         time that the others have left?"
    );
    assert_eq!(
        (took, till.begun()),
        (ms(100), order(&["reserve", "charge", "ship"])),
        "10, 60 and 30 ms one after the other are 100 ms and 3 calls; seen {took:?} and {} calls",
        till.begun().len(),
    );
}

/// Three stages of 40 ms would take 120: after 100 it is over, and the shipping was too late.
#[kit::test]
async fn step_2_one_deadline_bounds_all_stages() {
    let till = Till::new(40, 40, 40);

    let (shipped, took) = timed(checkout(&till, "tea", in_ms(100))).await;
    // This step is about the time alone: whatever was left behind comes to its end here.
    sleep(ms(100)).await;

    assert_eq!(
        took,
        ms(100),
        "the deadline was 100 ms away, and the checkout took {took:?} instead of 100 ms: does the \
         time begin anew with each stage?"
    );
    assert_eq!(
        shipped,
        Err(CheckoutError::TooLate(Stage::Ship)),
        "2 of 3 stages had ended at the deadline, so the third one was too late"
    );
}

/// The reservation ends at the deadline, in time; the charge is too late, and makes no call.
#[kit::test]
async fn step_3_nothing_begins_at_the_deadline() {
    let till = Till::new(100, 40, 40);
    let past = Till::new(10, 10, 10);
    let paid = Till::new(50, 50, 10);

    let shipped = checkout(&till, "tea", in_ms(100)).await;
    let much_too_late = checkout(&past, "tea", Instant::now() - ms(50)).await;

    assert_eq!(
        shipped,
        Err(CheckoutError::TooLate(Stage::Charge)),
        "the reservation took 100 of 100 ms, which is in time, and nothing was left for the charge"
    );
    assert_eq!(
        till.begun(),
        order(&["reserve"]),
        "at the deadline 1 call had been made and no other may follow; there were {}: does a \
         timeout without time left still poll its future once?",
        till.begun().len(),
    );
    assert_eq!(
        (much_too_late, past.begun()),
        (Err(CheckoutError::TooLate(Stage::Reserve)), order(&[])),
        "the deadline was over before the checkout began, and {} calls were made instead of 0",
        past.begun().len(),
    );
    let not_shipped = checkout(&paid, "tea", in_ms(100)).await;
    assert_eq!(
        (not_shipped, paid.begun().len()),
        (Err(CheckoutError::TooLate(Stage::Ship)), 2),
        "reservation and charge took 100 of 100 ms, and nothing was left for the shipping: {} calls \
         were made instead of 2",
        paid.begun().len(),
    );
}

/// A charge that is late, not begun or refused gives the item back; a paid item stays reserved.
#[kit::test]
async fn step_4_only_a_failed_charge_releases_the_item() {
    let late = Till::new(10, 200, 10);
    let not_begun = Till::new(100, 10, 10);
    let refused = Till::new(10, 20, 10).refuses_the_charge();
    let paid = Till::new(10, 20, 200);

    let (refused_after_30, took) = timed(checkout(&refused, "tea", in_ms(100))).await;
    assert_eq!(
        took,
        ms(30),
        "the charge was refused after 30 ms, and the checkout took {took:?} instead of 30 ms"
    );
    let results = [
        checkout(&late, "tea", in_ms(100)).await,
        checkout(&not_begun, "tea", in_ms(100)).await,
        refused_after_30,
        checkout(&paid, "tea", in_ms(100)).await,
    ];
    // This step is about the item alone: whatever was left behind comes to its end here.
    sleep(ms(200)).await;

    let too_late = |stage| Err(CheckoutError::TooLate(stage));
    let refusal = Err(CheckoutError::Refused(Stage::Charge));
    let expected =
        [too_late(Stage::Charge), too_late(Stage::Charge), refusal, too_late(Stage::Ship)];
    assert_eq!(results, expected, "a charge of 200 ms, one not begun, one refused, one paid");
    let released = [&late, &not_begun, &refused, &paid].map(Till::released);
    assert_eq!(
        released,
        [1, 1, 1, 0],
        "the charge was late, not begun, refused, and paid; the reservations were released \
         {released:?} times instead of [1, 1, 1, 0]: which error leaves by which way?"
    );
}

/// Given up at the deadline or by the caller, the stage under way is gone, whichever it is.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let tills = [Till::new(200, 10, 10), Till::new(10, 200, 10), Till::new(10, 10, 200)];

    let mut given_up = Vec::new();
    for till in &tills {
        given_up.push(checkout(till, "tea", in_ms(100)).await.is_err());
        kit::settle().await;
        given_up.push(timeout(ms(50), checkout(till, "tea", in_ms(100))).await.is_err());
        kit::settle().await;
    }

    let late = given_up.iter().filter(|&&is_given_up| is_given_up).count();
    assert_eq!(late, 6, "6 checkouts were given up, as a stage takes 200 ms; {late} ended so");
    let canceled = tills.each_ref().map(Till::canceled);
    let under_way = tills.each_ref().map(Till::under_way);
    assert_eq!(
        (canceled, under_way),
        ([2; 3], [0; 3]),
        "each stage was given up once at the deadline and once by the caller: [2, 2, 2] canceled \
         and [0, 0, 0] under way; seen {canceled:?} and {under_way:?}: who owns the stage?"
    );
}

fn in_ms(millis: u64) -> Instant {
    Instant::now() + ms(millis)
}

fn order(calls: &[&str]) -> Vec<String> {
    calls.iter().map(|&call| call.to_owned()).collect()
}
