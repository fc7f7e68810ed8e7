//! The steps of `block_on`. Make them pass from the first to the last; never edit them.
//!
//! To block the thread is what `block_on` is for, so the steps allow it.

use std::{
    cell::Cell,
    future::poll_fn,
    hint::black_box,
    panic::resume_unwind,
    rc::Rc,
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    task::{Poll, Waker},
    thread,
    time::Duration,
};

use under_the_hood::block_on::block_on;

/// A future that is ready is polled once. It may borrow from its caller and stay on its thread.
#[kit::test]
async fn step_1_what_is_ready_is_polled_once() {
    let word = "signal".to_owned();
    let polls = Rc::new(Cell::new(0));

    let output = block_on(poll_fn(|_| {
        polls.update(|polls| polls + 1);
        Poll::Ready(word.as_str())
    }));

    assert_eq!(
        (output, polls.get()),
        ("signal", 1),
        "ready at once: 1 poll and its output; seen {} polls and {output:?}",
        polls.get(),
    );
}

/// A future that wakes itself in each of three polls is polled four times.
#[kit::test]
async fn step_2_a_wake_in_the_middle_of_a_poll_counts() {
    let _allowed = kit::allow_blocking();
    let polls = Cell::new(0);

    block_on(poll_fn(|cx| {
        polls.update(|polls| polls + 1);
        if polls.get() > 3 {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }));

    assert_eq!(
        polls.get(),
        4,
        "3 polls wake it and are pending, the fourth is ready: 4 polls, seen {}",
        polls.get(),
    );
}

/// Four threads with a future each: no poll until the wake, and one poll after it.
#[kit::test]
async fn step_3_it_sleeps_until_another_thread_wakes_it() {
    let _allowed = kit::allow_blocking();
    const THREADS: usize = 4;
    let (is_over, is_unasked) = (AtomicBool::new(false), AtomicBool::new(false));
    let asked = AtomicUsize::new(0);
    let (sender, wakers) = mpsc::channel();

    let outputs: Vec<usize> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|n| {
                let (is_over, is_unasked, asked) = (&is_over, &is_unasked, &asked);
                let mut sender = Some(sender.clone());
                scope.spawn(move || {
                    block_on(poll_fn(|cx| {
                        if let Some(sender) = sender.take() {
                            sender.send(cx.waker().clone()).expect("the test listens");
                            return Poll::Pending;
                        }
                        if !is_over.load(SeqCst) {
                            is_unasked.store(true, SeqCst);
                            return Poll::Pending;
                        }
                        asked.fetch_add(1, SeqCst);
                        Poll::Ready(n)
                    }))
                })
            })
            .collect();
        drop(sender);
        // Each of them was polled once. Who polls again now does it unasked, and has time for it
        // while this thread works.
        let wakers: Vec<Waker> = wakers.iter().take(THREADS).collect();
        work_until(|| is_unasked.load(SeqCst));
        is_over.store(true, SeqCst);
        wakers.into_iter().for_each(Waker::wake);
        let ended = threads.into_iter().map(|thread| thread.join());
        ended.map(|ended| ended.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });

    assert!(
        !is_unasked.load(SeqCst),
        "{THREADS} futures waited, and before anybody woke one there were polls, instead of 0: does \
         the thread sleep after a poll that is pending, and what ends its sleep?"
    );
    assert_eq!(
        (outputs, asked.load(SeqCst)),
        ((0..THREADS).collect(), THREADS),
        "each wake is followed by 1 poll, which is ready: {THREADS} outputs in all"
    );
}

/// In its first poll a future is woken, and then calls `block_on` for one that waits as well.
#[kit::test]
async fn step_4_one_may_run_inside_the_other() {
    let _allowed = kit::allow_blocking();
    let (outer, inner) = (Cell::new(0), Cell::new(0));

    block_on(poll_fn(|cx| {
        outer.update(|polls| polls + 1);
        if outer.get() > 1 {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        block_on(poll_fn(|cx| {
            inner.update(|polls| polls + 1);
            if inner.get() > 1 {
                return Poll::Ready(());
            }
            cx.waker().wake_by_ref();
            Poll::Pending
        }));
        Poll::Pending
    }));

    assert_eq!(
        (outer.get(), inner.get()),
        (2, 2),
        "each of the two futures was woken once: (2, 2) polls, seen ({}, {})",
        outer.get(),
        inner.get(),
    );
}

/// A waker is woken after the end, here and in another thread: nothing happens, then or later.
#[kit::test]
async fn step_5_a_late_wake_does_nothing() {
    let _allowed = kit::allow_blocking();
    let mut kept = None;

    block_on(poll_fn(|cx| {
        kept = Some(cx.waker().clone());
        Poll::Ready(())
    }));
    let waker = kept.expect("it was polled");
    waker.wake_by_ref();
    let other = thread::spawn(move || waker.wake()).join();

    assert!(
        other.is_ok(),
        "a waker was woken after its future had ended, and panicked: 1 panic instead of 0; who \
         wakes cannot know that it is over"
    );
    let polls = Cell::new(0);
    block_on(poll_fn(|cx| {
        polls.update(|polls| polls + 1);
        if polls.get() > 1 {
            return Poll::Ready(());
        }
        let waker = cx.waker().clone();
        // The wake is over before this poll is.
        thread::spawn(move || waker.wake()).join().expect("a wake does not panic");
        Poll::Pending
    }));
    assert_eq!(
        polls.get(),
        2,
        "another future on the same thread is woken once: 2 polls, seen {}",
        polls.get(),
    );
}

/// A future waits on a thread of its own: that thread falls asleep, and to unpark it is no wake.
#[kit::test]
async fn step_6_only_a_wake_ends_its_sleep() {
    let _allowed = kit::allow_blocking();
    let polls = &AtomicUsize::new(0);
    let (sender, threads) = mpsc::channel();

    let (has_slept, unasked) = thread::scope(|scope| {
        let other = scope.spawn(move || {
            block_on(poll_fn(|cx| {
                if polls.fetch_add(1, SeqCst) > 0 {
                    return Poll::Ready(());
                }
                let seen = (thread::current(), kit::Sleeper::here(), cx.waker().clone());
                sender.send(seen).expect("the test listens");
                Poll::Pending
            }));
        });
        let Ok((thread, sleeper, waker)) = threads.recv() else {
            resume_unwind(other.join().expect_err("it ends without a poll only if it panics"));
        };
        // Where the system does not tell, it is believed.
        let is_awake = || sleeper.is_asleep() == Some(false);
        let looks = (0..3_000).take_while(|_| is_awake());
        let has_slept = looks.map(|_| thread::sleep(Duration::from_millis(1))).count() < 3_000;
        thread.unpark();
        work_until(|| polls.load(SeqCst) > 1);
        let unasked = polls.load(SeqCst) - 1;
        waker.wake();
        other.join().unwrap_or_else(|panic| resume_unwind(panic));
        (has_slept, unasked)
    });

    assert!(
        has_slept,
        "a future was polled 1 time and waits, and its thread computes: it was never seen asleep; \
         what does it do until the wake?"
    );
    assert_eq!(
        unasked, 0,
        "its thread was unparked, and nobody woke the future: 0 polls, seen {unasked}; `park` may \
         return for no reason, so what tells it that there was a wake?"
    );
}

/// Computes for some ten milliseconds of this thread's own time, unless `is_enough`.
fn work_until(is_enough: impl Fn() -> bool) {
    let mut sum = 0_u64;
    for n in 0..3_000_000 {
        sum = black_box(sum.wrapping_add(n));
        if n % 1_000 == 0 && is_enough() {
            return;
        }
    }
}
