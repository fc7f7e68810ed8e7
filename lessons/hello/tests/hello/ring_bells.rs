//! The steps of `ring_bells`. Make them pass from the first to the last; never edit them.

use std::time::Duration;

use hello::ring_bells::ring_bells;
use kit::{Journal, ms, timed};

const HALF_HOUR: u64 = 30 * 60 * 1_000;

/// Four bells, numbered from 1 to 4.
#[kit::test]
async fn step_1_four_bells_ring_in_order() {
    let watch = Journal::new();

    ring_bells(&watch).await;

    let bells = watch.lines();
    assert_eq!(
        bells,
        ["bell 1", "bell 2", "bell 3", "bell 4"],
        "{} bells rang instead of \"bell 1\" to \"bell 4\": with which number does the loop begin, \
         and with which does it end?",
        bells.len(),
    );
}

/// The bells ring after 30, 60, 90 and 120 minutes.
#[kit::test]
async fn step_2_a_bell_rings_every_half_hour() {
    let watch = Journal::new();

    ring_bells(&watch).await;

    let rang: Vec<Duration> = watch.marks().iter().map(|(at, _)| ms(*at)).collect();
    assert_eq!(
        rang,
        [1, 2, 3, 4].map(|bell| ms(bell * HALF_HOUR)),
        "the bells rang after {rang:?} instead of [1800s, 3600s, 5400s, 7200s]: does each bell \
         wait, and does it wait before it rings?",
    );
}

/// The watch is over with its last bell, after two hours.
#[kit::test]
async fn step_3_the_watch_ends_with_its_last_bell() {
    let watch = Journal::new();

    let ((), took) = timed(ring_bells(&watch)).await;

    assert_eq!(
        took,
        ms(4 * HALF_HOUR),
        "the watch took {took:?} instead of 7200s: four waits of 1800s make two hours, so what \
         else is waited for, or what is not?",
    );
}

/// Dropped after 45 minutes, the watch rings no further bell and leaves no task.
#[kit::test]
async fn step_4_leaves_nothing_behind() {
    let watch = Journal::new();

    let call = tokio::time::timeout(ms(HALF_HOUR * 3 / 2), ring_bells(&watch)).await;
    let before = watch.marks().len();
    tokio::time::sleep(ms(4 * HALF_HOUR)).await;

    assert!(call.is_err(), "the watch takes two hours, but it was over after 45 minutes");
    assert_eq!(
        watch.marks().len(),
        before,
        "the watch was dropped after 45 minutes, {before} of its 4 bells rung, and {} rang \
         afterwards instead of 0: who goes on ringing them?",
        watch.marks().len() - before,
    );
}
