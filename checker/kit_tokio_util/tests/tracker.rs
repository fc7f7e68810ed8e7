//! A tracker that stands in for tokio-util's does what that one does, and its tasks are known.

extern crate kit_tokio as tokio;
extern crate kit_tokio_util as tokio_util;

use kit::{Budget, Outcome, Test, ms};
use tokio::{
    sync::Mutex,
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

const TEST: Test = Test { name: "tracker::fixture", file: file!() };

#[kit::test]
async fn it_counts_waits_and_closes() {
    let (tracker, stop) = (TaskTracker::new(), CancellationToken::new());
    for _ in 0..3 {
        let stop = stop.clone();
        tracker.spawn(async move { stop.cancelled().await });
    }
    let blocking = tracker.spawn_blocking(|| 7);

    assert_eq!(tracker.len(), 4);
    assert_eq!(blocking.await.expect("no panic"), 7);
    assert!(timeout(ms(5), tracker.wait()).await.is_err(), "it is open");
    stop.cancel();
    tracker.close();
    tracker.wait().await;
    assert!(tracker.is_empty() && TaskTracker::ptr_eq(&tracker, &tracker.clone()));
}

#[test]
fn a_task_that_outlives_its_tracker_is_named() {
    let found = kit::try_run(TEST, || async {
        TaskTracker::new().spawn(sleep(ms(1_000)));
    });

    let found = found.expect_err("nobody stops it");
    assert_eq!(found.outcome, Outcome::LeakedTasks);
    let place = found.place.expect("the place of the spawn");
    assert!(place.contains("tests/tracker.rs:"), "{place}");
}

#[test]
fn its_tasks_take_their_turns_as_the_explorer_says() {
    let found = kit::try_explore(TEST, Budget { schedules: 500, seeds: 0 }, || async {
        let count = std::sync::Arc::new(Mutex::new(0));
        let tracker = TaskTracker::new();
        for _ in 0..2 {
            let count = count.clone();
            tracker.spawn(async move {
                let before = { *count.lock().await };
                *count.lock().await = before + 1;
            });
        }
        tracker.close();
        tracker.wait().await;
        assert_eq!(*count.lock().await, 2, "an update is lost");
    });

    assert_eq!(found.expect_err("an update is lost").outcome, Outcome::WrongAnswer);
}
