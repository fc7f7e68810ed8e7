//! Tests for `visitors` that let no wrong answer through.

use futures::future::join_all;
use kit::{ms, timed};
use locks::visitors::Visitors;
use tokio::time::timeout;
use worlds::Gate;

/// Three visitors come at once, the second one passes first.
#[tokio::test(start_paused = true)]
async fn no_visitor_is_lost_and_no_number_given_twice() {
    let gate = Gate::new().admits("ada", 30).admits("ben", 10).admits("cleo", 20);
    let visitors = Visitors::new();

    let visits = join_all(["ada", "ben", "cleo"].map(|name| visitors.visit(&gate, name))).await;

    let mut numbers: Vec<u64> = visits.into_iter().flatten().collect();
    numbers.sort();
    let hits = visitors.hits().await;
    // Both are needed: the count can be right while two visitors have the same number.
    assert_eq!((numbers, hits), (vec![1, 2, 3], 3));
}

/// Three checks of 20 ms each.
#[tokio::test(start_paused = true)]
async fn all_checks_run_together() {
    let gate = Gate::new().admits("ada", 20).admits("ben", 20).admits("cleo", 20);
    let visitors = Visitors::new();

    let visits = ["ada", "ben", "cleo"].map(|name| visitors.visit(&gate, name));
    let (visits, took) = timed(join_all(visits)).await;

    let expected = ms(20);
    assert_eq!((visits.len(), took), (3, expected));
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn only_who_passes_is_counted() {
    let gate = Gate::new().refuses("eve", 5).admits("slow", 50);
    let visitors = Visitors::new();

    let eve = visitors.visit(&gate, "eve").await;
    let slow = timeout(ms(10), visitors.visit(&gate, "slow")).await;
    kit::settle().await;

    assert!(eve.is_err() && slow.is_err(), "neither of them has passed");
    assert_eq!((visitors.hits().await, gate.under_way()), (0, 0));
}
