//! Your own tests for `ring_bells`: replace each `todo!` with an assertion.
//!
//! `cargo test -p hello mine` runs them on your code. `cargo checker run hello/mine` runs them on
//! the reference too, which must pass, and on a row of wrong answers: most must be caught, and what
//! slips through is listed. Aim at none.

use hello::ring_bells::ring_bells;
use kit::Journal;

const HALF_HOUR: u64 = 30 * 60 * 1_000;

/// What rings, and in which order.
#[tokio::test(start_paused = true)]
async fn four_bells_ring_in_order() {
    let watch = Journal::new();

    ring_bells(&watch).await;

    let (bells, expected) = (watch.lines(), ["bell 1", "bell 2", "bell 3", "bell 4"]);
    todo!("assert that {bells:?} are {expected:?}, in this order")
}

/// When it rings, in milliseconds since the watch began.
#[tokio::test(start_paused = true)]
async fn a_bell_rings_every_half_hour() {
    let watch = Journal::new();

    ring_bells(&watch).await;

    let times: Vec<u64> = watch.marks().iter().map(|(at, _)| *at).collect();
    let expected = [1, 2, 3, 4].map(|bell| bell * HALF_HOUR);
    todo!("assert that the bells, which rang at {times:?}, rang at {expected:?}")
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn the_watch_ends_with_its_last_bell() {
    todo!("await a watch inside `kit::timed` and assert that it took two hours")
}
