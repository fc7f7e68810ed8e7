//! The steps of `buoy`. Make them pass from the first to the last; never edit them.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, Wake, Waker},
};

use kit::{ms, timed};
use tokio::{
    join, select,
    time::{sleep, timeout},
};
use tokio_test::task;
use under_the_hood::buoy::{Buoy, moor};

/// Pending, rung, ready; ready at once if the bell came first; a second ring does nothing.
#[kit::test]
async fn step_1_the_ring_wakes_who_waits() {
    let (waiting, bell) = moor();
    let mut waiting = task::spawn(waiting);

    let before = (waiting.poll(), waiting.is_woken());
    bell.ring();
    let is_woken = waiting.is_woken();
    let after = waiting.poll();
    bell.ring();
    let is_woken_again = waiting.is_woken();
    let (late, bell) = moor();
    bell.ring();
    let first_poll = task::spawn(late).poll();

    assert_eq!(
        (before, is_woken, after),
        ((Poll::Pending, false), true, Poll::Ready(())),
        "before the ring it is pending and woken 0 times, then woken 1 time and ready; seen \
         {before:?}, {is_woken} and {after:?}: who wakes it, the bell or the poll?"
    );
    assert!(!is_woken_again, "a second ring wakes nobody; the task was woken 1 time instead of 0");
    assert_eq!(
        first_poll,
        Poll::Ready(()),
        "the bell rang before poll 1, which is ready, not {first_poll:?}: is the ring remembered, or \
         heard only by those who wait?"
    );
}

/// A task waits for 10 ms and hands the buoy to another one; the bell rings at 30 ms.
#[kit::test]
async fn step_2_the_wait_may_move_to_another_task() {
    let (mut buoy, bell) = moor();
    let moved = async {
        select! {
            biased;
            () = &mut buoy => unreachable!("nobody has rung"),
            () = sleep(ms(10)) => {}
        }
        tokio::spawn(timeout(ms(100), buoy)).await.expect("waiting does not panic")
    };
    let ring = async {
        sleep(ms(30)).await;
        bell.ring();
    };

    let ((ended, took), ()) = join!(timed(moved), ring);

    let how = if ended.is_ok() { "was ready" } else { "was given up" };
    assert_eq!(
        (ended.is_ok(), took),
        (true, ms(30)),
        "the buoy moved to a second task at 10 ms, and the bell rang at 30: the wait is over after \
         30 ms; it {how} after {took:?}. Which of the two tasks was woken?"
    );
}

/// Tasks A and B poll in several orders: the ring wakes the one that polled last, and only that.
#[kit::test]
async fn step_3_the_last_one_is_woken_and_no_other() {
    for order in ["AB", "BA", "ABB", "ABA", "ABAB", "AA"] {
        let (buoy, bell) = moor();
        let mut buoy = Box::pin(buoy);
        let (mut a, mut b) = (task::spawn(()), task::spawn(()));

        for name in order.chars() {
            let task = if name == 'A' { &mut a } else { &mut b };
            let polled = task.enter(|cx, _| buoy.as_mut().poll(cx));
            assert_eq!(polled, Poll::Pending, "nobody has rung: polled as {order}, it is pending");
        }
        bell.ring();

        let woken = (a.is_woken(), b.is_woken());
        let expected = (order.ends_with('A'), order.ends_with('B'));
        assert_eq!(
            woken, expected,
            "polled by A and B in the order {order}, the ring wakes 1 task, the last one: (A, B) is \
             {expected:?}, seen {woken:?}. What does a poll do with the waker that is there?"
        );
    }
}

/// A waker that polls the buoy itself, inside of `ring`: it finds it ready.
#[kit::test]
async fn step_4_a_waker_may_poll_right_there() {
    let (buoy, bell) = moor();
    let eager = Arc::new(Eager { buoy: Mutex::new(Box::pin(buoy)), seen: Mutex::default() });
    let waker = Waker::from(Arc::clone(&eager));

    let first = poll(&eager.buoy, &waker);
    bell.ring();

    let seen = eager.seen.lock().expect("nobody panics with it").clone();
    assert_eq!(
        (first, seen.as_slice()),
        (Poll::Pending, &[Poll::Ready(())][..]),
        "the ring wakes 1 time, and the poll inside of that wake is ready; seen {seen:?}: what is \
         written down before the wake, and which lock is still held in it?"
    );
}

/// Dropped before the ring: nobody is woken. Dropped or ready: no waker is kept.
#[kit::test]
async fn step_5_leaves_nothing_behind() {
    let (buoy, bell) = moor();
    let (mut gone, mut buoy) = (task::spawn(()), Box::pin(buoy));
    let (ready, other_bell) = moor();
    let mut ready = task::spawn(ready);

    let _ = gone.enter(|cx, _| buoy.as_mut().poll(cx));
    drop(buoy);
    let kept_when_gone = gone.waker_ref_count() - 1;
    bell.ring();
    let _ = ready.poll();
    other_bell.ring();
    let _ = ready.poll();
    let kept_when_ready = ready.waker_ref_count() - 1;

    assert!(
        !gone.is_woken(),
        "the buoy was dropped before the ring, and its task was woken 1 time instead of 0: it waits \
         for something else by now"
    );
    assert_eq!(
        (kept_when_gone, kept_when_ready),
        (0, 0),
        "a waker keeps its task in memory: {kept_when_gone} are kept after the buoy was dropped, \
         {kept_when_ready} after it was ready, and both should be 0"
    );
}

/// A task that runs in the moment it is woken, as some executors do it.
struct Eager {
    buoy: Mutex<Pin<Box<Buoy>>>,
    seen: Mutex<Vec<Poll<()>>>,
}

impl Wake for Eager {
    fn wake(self: Arc<Self>) {
        let polled = poll(&self.buoy, Waker::noop());
        self.seen.lock().expect("nobody panics with it").push(polled);
    }
}

fn poll(buoy: &Mutex<Pin<Box<Buoy>>>, waker: &Waker) -> Poll<()> {
    let mut buoy = buoy.lock().expect("nobody panics with it");
    buoy.as_mut().poll(&mut Context::from_waker(waker))
}
