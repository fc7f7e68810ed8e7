//! The steps of `countdown`. Make them pass from the first to the last; never edit them.

use std::task::Poll;

use tokio::join;
use tokio_test::task;
use under_the_hood::countdown::Countdown;

/// Without a number there is nothing to wait for: ready at the first poll.
#[kit::test]
async fn step_1_zero_is_ready_at_once() {
    let mut countdown = task::spawn(Countdown::new(0));

    let first = countdown.poll();

    assert_eq!(
        first,
        Poll::Ready("liftoff"),
        "a countdown from 0 is ready at poll 1 of 1; it was {first:?}: what is looked at first, the \
         number or the end?"
    );
}

/// From 1, 2, 3 and 10: pending as often as that, and ready at the next poll.
#[kit::test]
async fn step_2_it_is_pending_once_for_each_number() {
    for numbers in [1, 2, 3, 10] {
        let mut countdown = task::spawn(Countdown::new(numbers));

        let pending = (0..20).take_while(|_| countdown.poll().is_pending()).count();

        assert_eq!(
            pending, numbers as usize,
            "a countdown from {numbers} was pending {pending} times instead of {numbers} (counted \
             up to 20): does each poll take away one number, before it decides or after?"
        );
    }
}

/// A countdown from 3, polled 4 times: it asks for the next poll 3 times, and not a fourth time.
#[kit::test]
async fn step_3_each_pending_poll_asks_for_the_next() {
    let mut countdown = task::spawn(Countdown::new(3));

    // A new poll forgets the wakes before it.
    let woken: Vec<bool> = (0..4)
        .map(|_| {
            let _ = countdown.poll();
            countdown.is_woken()
        })
        .collect();

    let asked = woken.iter().filter(|woken| **woken).count();
    assert_eq!(
        woken,
        [true, true, true, false],
        "3 polls are pending, and each of them has to wake the task; the fourth is ready and wakes \
         nobody. The task was woken by {asked} of the 4 polls instead of 3: a future that does not \
         wake its task is never polled again, and `yield_now` wakes it only after the poll"
    );
}

/// The first poll comes from one task, the second from another: each poll wakes its own.
#[kit::test]
async fn step_4_it_wakes_whoever_polls_it() {
    let mut countdown = Box::pin(Countdown::new(2));
    let (mut before, mut after) = (task::spawn(()), task::spawn(()));

    let first = before.enter(|cx, _| countdown.as_mut().poll(cx));
    let woken_first = (before.is_woken(), after.is_woken());
    // To enter once more forgets the wakes before.
    before.enter(|_, _| ());
    let second = after.enter(|cx, _| countdown.as_mut().poll(cx));
    let woken_second = (before.is_woken(), after.is_woken());

    assert_eq!(
        (first, second),
        (Poll::Pending, Poll::Pending),
        "a countdown from 2 is pending at polls 1 and 2, whoever polls it"
    );
    assert_eq!(
        (woken_first, woken_second),
        ((true, false), (false, true)),
        "poll 1 came from one task, poll 2 from another. Woken (one, other) were {woken_first:?}, \
         then {woken_second:?}, instead of (true, false), then (false, true): a future may move to \
         another task, so the waker that counts is the one in `cx`"
    );
}

/// Two at once, from 3 and from 5, polled in turn: one is ready at its poll 4, the other at 6.
#[kit::test]
async fn step_5_each_one_counts_for_itself() {
    let mut both = [3, 5].map(|numbers| (task::spawn(Countdown::new(numbers)), None));

    for poll in 1..=20 {
        for (countdown, ready_at) in &mut both {
            if ready_at.is_none() && countdown.poll().is_ready() {
                *ready_at = Some(poll);
            }
        }
    }

    let ready_at = both.map(|(_, ready_at)| ready_at);
    assert_eq!(
        ready_at,
        [Some(4), Some(6)],
        "countdowns from 3 and from 5 are ready at their polls 4 and 6, and were at {ready_at:?}, \
         polled in turn: where is the number, in the countdown or in a place that all share?"
    );
    let words = join!(Countdown::new(3), Countdown::new(5));
    assert_eq!(words, ("liftoff", "liftoff"), "both come to their end in one task, too");
}
