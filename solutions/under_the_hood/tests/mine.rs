//! The learner's own tests for `join2`, filled in.

use std::{
    cell::Cell,
    future::{pending, poll_fn, ready},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
};

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
    assert_eq!((first, begun, is_woken), (Poll::Pending, 2, false));
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

    assert_eq!(seen, [(Poll::Pending, false), (Poll::Pending, false)]);
    assert!(woken_by_cargo && woken_by_weather);
    assert_eq!(end, Poll::Ready((Ok("40 crates"), Ok("no wind"))));
}

/// One is ready at once: polled once, and dropped. So is the join of two that are ready at once.
#[tokio::test(start_paused = true)]
async fn what_was_ready_is_neither_polled_nor_kept() {
    let polls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&polls);
    let once = poll_fn(move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(())
    });
    let mut both = task::spawn(join2(once, pending::<()>()));

    assert_eq!([both.poll(), both.poll()], [Poll::Pending, Poll::Pending]);

    assert_eq!((polls.load(Ordering::Relaxed), Arc::strong_count(&polls)), (1, 1));
    assert!(task::spawn(join2(ready(1), ready(2))).poll().is_ready());
}
