//! Your own tests for `join2`: replace each `todo!` with an assertion.
//!
//! `cargo test -p under_the_hood mine` runs them on your code, and
//! `cargo checker run under_the_hood/mine` on the reference too, which must pass, and on a row of
//! wrong answers: most must be caught, and what slips through is listed. Aim at none.
//!
//! `tokio_test::task::spawn` takes a future into your hands: nobody polls it but you, with `poll()`,
//! and `is_woken()` tells whether it was woken since.

use std::{cell::Cell, future::poll_fn, task::Poll};

use tokio::sync::oneshot;
use tokio_test::task;
use under_the_hood::join2::join2;

/// Two futures that are never ready: both begin in the first poll, and then there is nothing to do.
#[tokio::test(start_paused = true)]
async fn both_begin_in_the_first_poll() {
    let begun = Cell::new(0);
    let begin = || {
        begun.update(|begun| begun + 1);
        Poll::<()>::Pending
    };
    let mut both = task::spawn(join2(poll_fn(|_| begin()), poll_fn(|_| begin())));

    let first = both.poll();

    let (begun, is_woken) = (begun.get(), both.is_woken());
    todo!(
        "assert that {first:?} is pending, that {begun} futures have begun in it, which is both, and \
         that nothing woke the task: {is_woken}"
    )
}

/// An answer comes to the first, then one to the second. In between it moves to another task, and has
/// nothing to do.
#[tokio::test(start_paused = true)]
async fn it_is_woken_by_each_answer_and_by_nothing_else() {
    let (cargo, first) = oneshot::channel();
    let (weather, second) = oneshot::channel();
    let mut both = task::spawn(join2(first, second));

    let mut seen = vec![(both.poll(), both.is_woken())];
    let _ = cargo.send("40 crates");
    let woken_by_cargo = both.is_woken();
    // Another task goes on with it.
    let mut both = task::spawn(both.into_inner());
    seen.push((both.poll(), both.is_woken()));
    let _ = weather.send("no wind");
    let woken_by_weather = both.is_woken();
    let end = both.poll();

    todo!(
        "assert that the first two polls were pending and woke nobody: {seen:?}; that each answer \
         woke it: {woken_by_cargo}, {woken_by_weather}; and that {end:?} is ready with both answers"
    )
}

/// This one is yours from its first line.
#[tokio::test(start_paused = true)]
async fn what_was_ready_is_neither_polled_nor_kept() {
    todo!(
        "arrange a future that is ready at once and counts its polls, such as a `poll_fn` with an \
         `Arc` in it; join it with `std::future::pending::<()>()`, poll the join by hand twice, and \
         assert that it was polled once and that its `Arc` is yours alone again"
    )
}
