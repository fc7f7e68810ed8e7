//! What stands in for tokio does what tokio does, explored or not.

use std::sync::atomic::{AtomicUsize, Ordering};

use kit::{Explored, Found, Outcome, ms, timed};
use tokio::{
    sync::{Mutex, OnceCell, RwLock, Semaphore, broadcast, mpsc, oneshot, watch},
    task::{JoinSet, spawn_blocking, yield_now},
    time::{sleep, timeout},
};

use super::{all_of, explored};

/// In how many schedules `body` passes, all of them tried.
#[track_caller]
fn passes<F: Future<Output = ()> + 'static>(body: impl Fn() -> F + Send + 'static) {
    assert!(all_of(explored(body)) > 0);
}

fn message_of(explored: Result<Explored, Box<Found>>) -> (Outcome, String) {
    let found = explored.expect_err("it fails");
    (found.outcome, found.message)
}

#[test]
fn a_join_set_has_what_tokios_has() {
    passes(|| async {
        let mut set: JoinSet<u32> = (1..=2).map(|n| async move { n }).collect();
        set.extend([async { 3 }]);
        set.spawn_blocking(|| 4);
        assert_eq!(set.len(), 4);
        let mut numbers = set.join_all().await;
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4]);

        let mut set = JoinSet::new();
        set.spawn(std::future::pending::<()>());
        set.abort_all();
        assert!(set.join_next().await.expect("a task").expect_err("aborted").is_cancelled());
    });
}

#[test]
fn a_panic_in_a_task_is_the_tasks() {
    passes(|| async {
        let handle = tokio::spawn(async { kit::planned_panic("planned") });
        let blocking = spawn_blocking(|| kit::planned_panic("planned too"));
        assert!(handle.await.expect_err("it panics").is_panic());
        assert!(blocking.await.expect_err("it panics").is_panic());
    });
}

#[test]
fn virtual_time_is_kept() {
    passes(|| async {
        let (slept, took) = timed(async {
            let nap = tokio::spawn(sleep(ms(30)));
            let late = timeout(ms(20), std::future::pending::<()>()).await;
            nap.await.expect("it sleeps");
            late
        })
        .await;
        assert!(slept.is_err());
        assert_eq!(took, ms(30));
    });
}

#[test]
fn everything_else_is_tokios() {
    passes(|| async {
        let (sender, mut receiver) = mpsc::channel(1);
        let (told, tell) = oneshot::channel();
        let (news, mut seen) = watch::channel(0);
        let (shout, mut heard) = broadcast::channel(2);
        tokio::spawn(async move {
            sender.send(1).await.expect("somebody listens");
            told.send(2).expect("somebody listens");
            news.send(3).expect("somebody listens");
            shout.send(4).expect("somebody listens");
        });
        assert_eq!(receiver.recv().await, Some(1));
        assert_eq!(tell.await, Ok(2));
        assert_eq!(*seen.wait_for(|number| *number == 3).await.expect("it was sent"), 3);
        assert_eq!(heard.recv().await, Ok(4));

        static ONCE: OnceCell<u32> = OnceCell::const_new();
        static LOCK: Mutex<u32> = Mutex::const_new(5);
        let lock = RwLock::new(*ONCE.get_or_init(async || *LOCK.lock().await).await);
        assert_eq!(*lock.read().await, 5);
        let semaphore = Semaphore::new(1);
        let _permit = semaphore.acquire_many(1).await.expect("it is open");
    });
}

/// Of two tasks, the one that lets the other go first comes second, unless it is interrupted.
#[test]
fn whoever_lets_go_does_not_starve_the_others() {
    let outcome = explored(|| async {
        let (flag, mut flagged) = watch::channel(false);
        let waiter = tokio::spawn(async move {
            while !*flagged.borrow_and_update() {
                yield_now().await;
            }
        });
        flag.send(true).expect("somebody listens");
        waiter.await.expect("no panic");
    });

    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn tasks_that_take_turns_for_ever_are_endless() {
    let (outcome, message) = message_of(explored(|| async {
        loop {
            yield_now().await;
        }
    }));

    assert_eq!(outcome, Outcome::Endless);
    insta::assert_snapshot!(message, @"
    endless: after 5000 turns the tasks still take turns, and the test does not come to its end
    this is the schedule `0`, number 1 of those that were tried
    ");
}

#[test]
fn a_task_that_is_left_is_named_with_its_place() {
    let line = line!() + 2;
    let (outcome, message) = message_of(explored(|| async {
        tokio::spawn(std::future::pending::<()>());
    }));

    assert_eq!(outcome, Outcome::LeakedTasks);
    let message = message.replace(&format!("facade.rs:{line}"), "facade.rs:LINE");
    insta::assert_snapshot!(message, @"
    1 task is still alive after the call has ended: who stops it?
    still there: task 1, spawned at checker/kit_tokio/tests/explore/facade.rs:LINE
    this is the schedule `0`, number 1 of those that were tried
    ");
}

#[test]
fn a_body_that_calls_no_facade_is_not_explored() {
    let (outcome, message) = message_of(explored(|| async {}));

    assert_eq!(outcome, Outcome::Panicked);
    insta::assert_snapshot!(message, @"nothing was explored: the code under test calls tokio itself; compile it with `awaitlings-kit-tokio` in the place of tokio");
}

#[test]
fn code_that_draws_lots_is_told_apart() {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let (outcome, message) = message_of(explored(|| async {
        yield_now().await;
        assert!(RUNS.fetch_add(1, Ordering::Relaxed) != 0, "the first run is unlucky");
    }));

    assert_eq!(outcome, Outcome::WrongAnswer);
    insta::assert_snapshot!(message, @"the schedule `0` failed, and passed when it was repeated: does the code draw lots, look at a real clock or start threads?");
}

/// Outside an explored run the façade is tokio.
#[kit::test]
async fn a_plain_run_is_as_ever() {
    let mut set = JoinSet::new();
    set.spawn(async { 1 });
    set.spawn_blocking(|| 2);
    yield_now().await;
    assert_eq!(set.join_all().await.iter().sum::<i32>(), 3);

    let chosen = tokio::select! {
        () = std::future::ready(()) => 1,
        () = std::future::pending() => 2,
    };
    assert_eq!(chosen, 1);
}

/// A clear `#[kit::explore]` in its own form.
#[kit::explore(schedules = 50, seeds = 0)]
async fn the_attribute_explores() {
    let lock = std::sync::Arc::new(Mutex::new(0));
    let other = std::sync::Arc::clone(&lock);
    let task = tokio::spawn(async move { *other.lock().await += 1 });
    *lock.lock().await += 1;
    task.await.expect("no panic");
    assert_eq!(*lock.lock().await, 2);
}
