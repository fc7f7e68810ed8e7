//! Tests for `ring_bells` that let next to no wrong answer through.

use hello::ring_bells::ring_bells;
use kit::{Journal, ms, timed};

const HALF_HOUR: u64 = 30 * 60 * 1_000;

/// What rings, and in which order.
#[tokio::test(start_paused = true)]
async fn four_bells_ring_in_order() {
    let watch = Journal::new();

    ring_bells(&watch).await;

    let (bells, expected) = (watch.lines(), ["bell 1", "bell 2", "bell 3", "bell 4"]);
    assert_eq!(bells, expected);
}

/// When it rings, in milliseconds since the watch began.
#[tokio::test(start_paused = true)]
async fn a_bell_rings_every_half_hour() {
    let watch = Journal::new();

    ring_bells(&watch).await;

    let times: Vec<u64> = watch.marks().iter().map(|(at, _)| *at).collect();
    let expected = [1, 2, 3, 4].map(|bell| bell * HALF_HOUR);
    assert_eq!(times, expected);
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn the_watch_ends_with_its_last_bell() {
    let watch = Journal::new();

    let ((), took) = timed(ring_bells(&watch)).await;

    assert_eq!(took, ms(4 * HALF_HOUR));
}
