//! The steps of `join2`. Make them pass from the first to the last; never edit them.

use std::{
    cell::Cell,
    future::ready,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use kit::{Gauge, Visit, ms, timed};
use tokio::time::sleep;
use tokio_test::task;
use under_the_hood::join2::join2;

/// Two futures that are ready give both outputs at the first poll.
#[kit::test]
async fn step_1_what_is_ready_is_given_at_once() {
    let mut both = task::spawn(join2(ready("40 crates"), ready(7)));

    let first = both.poll();

    assert_eq!(
        first,
        Poll::Ready(("40 crates", 7)),
        "both are ready, so poll 1 of 1 gives both outputs; it gave {first:?}: is there a look at \
         both slots after the polls?"
    );
}

/// The cargo takes 10 ms, the weather 20, and in the other order: 20 ms, not 30.
#[kit::test]
async fn step_2_both_wait_at_the_same_time() {
    let (cargo, weather) = (Part::default(), Part::default());
    let mut both = task::spawn(join2(cargo.future("cargo"), weather.future("weather")));
    let first = both.poll();
    let polls = (cargo.polls.get(), weather.polls.get());
    assert_eq!(
        (first, polls),
        (Poll::Pending, (1, 1)),
        "none of the two is ready: the first poll polls each of them once, (1, 1), and is pending; \
         they were polled {polls:?} times: does the second one wait for the first?"
    );
    assert!(
        !both.is_woken(),
        "both wait and nobody has woken them, but the task was woken (is woken: true instead of \
         false): a future that wakes itself while it waits is polled without end"
    );

    let (_, rising) = timed(join2(sleep(ms(10)), sleep(ms(20)))).await;
    let (_, falling) = timed(join2(sleep(ms(20)), sleep(ms(10)))).await;

    assert_eq!(
        (rising, falling),
        (ms(20), ms(20)),
        "10 and 20 ms at the same time are 20 ms, in either order; seen {rising:?} and {falling:?}"
    );
}

/// The first comes first, and then the other way round; after one of them, another task goes on.
#[kit::test]
async fn step_3_the_wake_of_either_is_heard() {
    for is_cargo_first in [true, false] {
        let (cargo, weather) = (Part::default(), Part::default());
        let mut both = Box::pin(join2(cargo.future("cargo"), weather.future("weather")));
        let (early, late) = if is_cargo_first { (&cargo, &weather) } else { (&weather, &cargo) };
        let names = if is_cargo_first { "cargo, weather" } else { "weather, cargo" };
        let (mut one, mut other) = (task::spawn(()), task::spawn(()));

        let _ = one.enter(|cx, _| both.as_mut().poll(cx));
        early.finish();
        let woken_early = one.is_woken();
        let halfway = other.enter(|cx, _| both.as_mut().poll(cx));
        let woken_between = other.is_woken();
        late.finish();
        let woken_late = other.is_woken();
        let end = other.enter(|cx, _| both.as_mut().poll(cx));

        assert_eq!(
            (woken_early, woken_between, woken_late),
            (true, false, true),
            "they become ready in the order {names}, and are polled by one task before and by \
             another in between. Who polled last is woken by each of them and not in between: \
             (true, false, true); seen ({woken_early}, {woken_between}, {woken_late}). Which `cx` \
             does each one get, and who else wakes?"
        );
        assert_eq!(
            (halfway, end),
            (Poll::Pending, Poll::Ready(("cargo", "weather"))),
            "they become ready in the order {names}: 1 output is kept until there are 2; the poll \
             after the first gave {halfway:?}, the one after the second {end:?}"
        );
    }
}

/// One is ready at its first poll, the other after three more wakes: the ready one is let alone.
#[kit::test]
async fn step_4_what_was_ready_is_never_polled_again() {
    for is_cargo_first in [true, false] {
        let (cargo, weather) = (Part::default(), Part::default());
        let mut both = task::spawn(join2(cargo.future("cargo"), weather.future("weather")));
        let (early, late) = if is_cargo_first { (&cargo, &weather) } else { (&weather, &cargo) };

        early.finish();
        for _ in 0..3 {
            let _ = both.poll();
            late.wake();
        }
        late.finish();
        let _ = both.poll();

        let polls = (early.polls.get(), late.polls.get());
        assert_eq!(
            polls,
            (1, 4),
            "one was ready at its first poll, the other at its fourth: 1 and 4 polls, seen \
             {polls:?}. After `Ready` a future must not be polled again; what does its slot hold?"
        );
    }
}

/// A future is dropped when it is ready, and the rest with the join.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    for is_cargo_first in [true, false] {
        let (cargo, weather) = (Part::default(), Part::default());
        let mut both = task::spawn(join2(cargo.future("cargo"), weather.future("weather")));
        let early = if is_cargo_first { &cargo } else { &weather };

        let _ = both.poll();
        early.finish();
        let _ = both.poll();
        let held = cargo.alive.now() + weather.alive.now();
        let is_early_held = early.alive.now();
        drop(both);
        let left = cargo.alive.now() + weather.alive.now();

        assert_eq!(
            (held, is_early_held),
            (1, 0),
            "1 of 2 was ready: its future is dropped at once, with all it holds, and the other is \
             kept; alive were {held} instead of 1, {is_early_held} of them ready. A guard in a \
             future that is over would keep others out"
        );
        assert_eq!(
            left, 0,
            "the join was dropped, and {left} of its futures are alive instead of 0"
        );
    }
}

/// One of the two: counts how often it is polled and is ready when it was finished.
#[derive(Default)]
struct Part {
    polls: Cell<usize>,
    is_finished: Cell<bool>,
    waker: Cell<Option<Waker>>,
    alive: Gauge,
}

struct PartFuture<'p> {
    part: &'p Part,
    word: &'static str,
    _alive: Visit,
}

impl Part {
    fn future(&self, word: &'static str) -> PartFuture<'_> {
        PartFuture { part: self, word, _alive: self.alive.enter() }
    }

    fn finish(&self) {
        self.is_finished.set(true);
        self.wake();
    }

    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl Future for PartFuture<'_> {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        self.part.polls.update(|polls| polls + 1);
        self.part.waker.set(Some(cx.waker().clone()));
        if self.part.is_finished.get() { Poll::Ready(self.word) } else { Poll::Pending }
    }
}
