//! Your own tests for `visitors`: replace each `todo!` with an assertion.
//!
//! `cargo test -p locks mine` runs them on your code. `cargo checker run locks/mine` runs them on
//! the reference too, which must pass, and on a row of wrong answers: most must be caught, and what
//! slips through is listed. Aim at none.

use futures::future::join_all;
use kit::{ms, timed};
use locks::visitors::Visitors;
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
    todo!("assert that the numbers are 1, 2 and 3, not {numbers:?}, and that {hits} hits are 3")
}

/// Three checks of 20 ms each.
#[tokio::test(start_paused = true)]
async fn all_checks_run_together() {
    let gate = Gate::new().admits("ada", 20).admits("ben", 20).admits("cleo", 20);
    let visitors = Visitors::new();

    let visits = ["ada", "ben", "cleo"].map(|name| visitors.visit(&gate, name));
    let (visits, took) = timed(join_all(visits)).await;

    let expected = ms(20);
    todo!("assert that {} checks, which took {took:?}, took {expected:?}", visits.len())
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn only_who_passes_is_counted() {
    todo!(
        "arrange a gate that refuses one visitor and keeps another for 50 ms, give the second \
         visit up early with `tokio::time::timeout`, let tasks end with `kit::settle().await`, \
         and assert that nobody is counted and that `gate.under_way()` is 0"
    )
}
