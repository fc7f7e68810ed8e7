//! The steps of `visitors`. Make them pass from the first to the last; never edit them.

use futures::future::join_all;
use kit::{ms, timed};
use locks::visitors::Visitors;
use tokio::time::timeout;
use worlds::{Gate, Refused};

/// One after the other: numbers 1 and 2, and nothing for the one who is refused.
#[kit::test]
async fn step_1_who_passes_gets_the_next_number() {
    let gate = Gate::new().refuses("eve", 5);
    let visitors = Visitors::new();

    let ada = visitors.visit(&gate, "ada").await;
    let eve = visitors.visit(&gate, "eve").await;
    let ben = visitors.visit(&gate, "ben").await;

    assert_eq!(
        ((ada, eve, ben), visitors.hits().await),
        ((Ok(1), Err(Refused::visitor("eve")), Ok(2)), 2),
        "two of three visitors pass, one after the other: they are the numbers 1 and 2, and 2 are \
         counted; was the one who was refused counted too?"
    );
}

/// A thousand visitors at once are a thousand hits, not one.
#[kit::test]
async fn step_2_no_visitor_is_lost_during_a_check() {
    let gate = Gate::new();
    let visitors = Visitors::new();

    join_all(names(1_000).iter().map(|name| visitors.visit(&gate, name))).await;

    let hits = visitors.hits().await;
    assert_eq!(
        hits, 1_000,
        "1000 visitors passed and {hits} were counted instead of 1000: what did the others do \
         between your read and your write?"
    );
}

/// A thousand checks of 5 ms take 5 ms, not five seconds.
#[kit::test]
async fn step_3_all_checks_run_together() {
    let gate = Gate::new();
    let visitors = Visitors::new();
    let names = names(1_000);

    let (_, took) = timed(join_all(names.iter().map(|name| visitors.visit(&gate, name)))).await;

    assert_eq!(
        took,
        ms(5),
        "1000 checks of 5 ms took {took:?} instead of 5ms, at most {} of 1000 at once: is a lock \
         held while the gate checks?",
        gate.most_at_once(),
    );
}

/// Three at once, of which the second ends first: the numbers are 1, 2 and 3, in any order.
#[kit::test]
async fn step_4_each_number_is_given_once() {
    let gate =
        Gate::new().admits("ada", 30).admits("ben", 10).admits("cleo", 20).admits("dora", 20);
    let visitors = Visitors::new();

    let visits =
        join_all(["ada", "ben", "cleo", "dora"].map(|name| visitors.visit(&gate, name))).await;

    let mut numbers: Vec<u64> = visits.into_iter().flatten().collect();
    numbers.sort();
    assert_eq!(
        numbers,
        [1, 2, 3, 4],
        "four visitors, two in the same instant, got the numbers {numbers:?} instead of 1 to 4: was a number read at \
         one time and the count changed at another?"
    );
}

/// Dropped after 10 ms of a check of 50: no hit, no check and no task is left.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let gate = Gate::new().admits("slow", 50);
    let visitors = Visitors::new();

    let slow = timeout(ms(10), visitors.visit(&gate, "slow")).await;
    kit::settle().await;
    let (canceled, under_way) = (gate.canceled(), gate.under_way());
    let next = visitors.visit(&gate, "ada").await;

    assert!(slow.is_err(), "a check of 50 ms was over after 10 ms: was it awaited?");
    assert_eq!(
        (canceled, under_way),
        (1, 0),
        "the call was dropped during its check: {canceled} checks were dropped with it instead of \
         1, {under_way} went on instead of 0"
    );
    assert_eq!(
        (next, visitors.hits().await),
        (Ok(1), 1),
        "one visitor left during the check and one passed: 1 hit, and number 1; was somebody \
         counted before the check was over?"
    );
}

fn names(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("visitor {n}")).collect()
}
