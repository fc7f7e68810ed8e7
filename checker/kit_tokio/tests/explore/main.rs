//! What the explorer finds in code that passes, or may pass, when it is run once.

extern crate kit_tokio as tokio;

mod bugs;
mod facade;
mod pitfalls;

use std::panic::Location;

use kit::{Budget, Explored, Found, Outcome};

const BUDGET: Budget = Budget { schedules: 3_000, seeds: 200 };

/// Explores `body`; an assertion of the calling file is the test's.
#[track_caller]
fn explored<F: Future<Output = ()> + 'static>(
    body: impl Fn() -> F + Send + 'static,
) -> Result<Explored, Box<Found>> {
    let test = kit::Test { name: "explore::fixture", file: Location::caller().file() };
    kit::try_explore(test, BUDGET, body)
}

/// What a learner sees of the schedule in which `body` fails.
#[track_caller]
fn story_of(found: Result<Explored, Box<Found>>, outcome: Outcome) -> String {
    let found = found.expect_err("there is a schedule in which it fails");
    assert_eq!(found.outcome, outcome, "{}", found.message);
    let schedule = found.trace.schedule.expect("the run was explored");
    format!("{}\n{}", found.message, schedule.drawn())
}

/// The numbers of an exploration in which nothing was found.
#[track_caller]
fn all_of(explored: Result<Explored, Box<Found>>) -> usize {
    let explored = explored.map_err(|found| found.message).expect("nothing is wrong");
    assert!(explored.is_all, "only {} schedules were tried", explored.schedules);
    explored.schedules
}

#[test]
fn a_lost_update_is_found() {
    let found =
        explored(|| async { assert_eq!(bugs::lost_update(2).await, 2, "an update is lost") });

    insta::assert_snapshot!(story_of(found, Outcome::WrongAnswer), @"
    assertion `left == right` failed: an update is lost
      left: 1
     right: 2
    this is the schedule `0`, number 1 of those that were tried
      body    spawn task 1  bugs.rs:21
              spawn task 2  bugs.rs:21
              waits at while let Some(ended) = set.join_next()...  bugs.rs:27
      task 1  let before = *count.lock().await;  bugs.rs:22
              is interrupted at yield_now().await;  bugs.rs:23
      task 2  let before = *count.lock().await;  bugs.rs:22
              is interrupted at yield_now().await;  bugs.rs:23
      task 1  yield_now().await;  bugs.rs:23
              *count.lock().await = before + 1;  bugs.rs:24
              ends
      body    waits at while let Some(ended) = set.join_next()...  bugs.rs:27
      task 2  yield_now().await;  bugs.rs:23
              *count.lock().await = before + 1;  bugs.rs:24
              ends
      body    while let Some(ended) = set.join_next()...  bugs.rs:27
              *count.lock().await  bugs.rs:30
              panics
    ");
}

#[test]
fn an_update_is_lost_between_two_locks() {
    for tasks in [2_u64, 3] {
        let found = explored(move || async move {
            assert_eq!(bugs::subtle_lost_update(tasks).await, tasks, "an update is lost");
        });
        let story = story_of(found, Outcome::WrongAnswer);
        if tasks == 2 {
            insta::assert_snapshot!(story, @r#"
            assertion `left == right` failed: an update is lost
              left: 1
             right: 2
            this is the schedule `011`, number 5 of those that were tried
              body    spawn task 1  bugs.rs:40
                      spawn task 2  bugs.rs:40
                      waits at handle.await.expect("no task panics");  bugs.rs:46
              task 2  is interrupted at let before = { *count.lock().await };  bugs.rs:41
              task 1  waits at let before = { *count.lock().await };  bugs.rs:41
              task 2  let before = { *count.lock().await };  bugs.rs:41
                      waits at *count.lock().await = before + 1;  bugs.rs:42
              task 1  let before = { *count.lock().await };  bugs.rs:41
                      waits at *count.lock().await = before + 1;  bugs.rs:42
              task 2  *count.lock().await = before + 1;  bugs.rs:42
                      ends
              task 1  *count.lock().await = before + 1;  bugs.rs:42
                      ends
              body    handle.await.expect("no task panics");  bugs.rs:46
                      *count.lock().await  bugs.rs:48
                      panics
            "#);
        }
    }
}

#[test]
fn an_update_under_one_lock_is_right_in_every_schedule() {
    let tried = [2_u64, 3].map(|tasks| {
        all_of(explored(move || async move { assert_eq!(bugs::right_update(tasks).await, tasks) }))
    });

    insta::assert_debug_snapshot!(tried, @"
    [
        20,
        1140,
    ]
    ");
}

#[test]
fn two_locks_in_two_orders_are_a_deadlock() {
    let found = explored(|| bugs::two_locks(false));

    insta::assert_snapshot!(story_of(found, Outcome::Deadlock), @r#"
    deadlock: after 0 ms of virtual time nothing can make progress any more: everyone waits, and nobody is left to wake them; body waits at tests/explore/bugs.rs:81; task 1 waits at tests/explore/bugs.rs:74; task 2 waits at tests/explore/bugs.rs:79
    this is the schedule `011`, number 5 of those that were tried
      body    spawn task 1  bugs.rs:72
              spawn task 2  bugs.rs:77
              waits at one.await.expect("no task panics");  bugs.rs:81
      task 2  is interrupted at let _first = first.lock().await;  bugs.rs:78
      task 1  let _first = first.lock().await;  bugs.rs:73
              waits at let _second = second.lock().await;  bugs.rs:74
      task 2  let _first = first.lock().await;  bugs.rs:78
              waits at let _second = second.lock().await;  bugs.rs:79
    "#);
    insta::assert_debug_snapshot!(all_of(explored(|| bugs::two_locks(true))), @"121");
}

#[test]
fn a_wake_up_is_lost() {
    let found = explored(bugs::lost_wake_up);

    insta::assert_snapshot!(story_of(found, Outcome::Deadlock), @r#"
    deadlock: after 0 ms of virtual time nothing can make progress any more: everyone waits, and nobody is left to wake them; body waits at tests/explore/bugs.rs:101; task 1 waits at tests/explore/bugs.rs:93
    this is the schedule `0`, number 1 of those that were tried
      body    spawn task 1  bugs.rs:88
              spawn task 2  bugs.rs:97
              waits at guest.await.expect("no task panics");  bugs.rs:101
      task 1  is interrupted at yield_now().await;  bugs.rs:128
      task 2  ends
      task 1  yield_now().await;  bugs.rs:128
              waits at bell.notified().await;  bugs.rs:93
    "#);
    insta::assert_debug_snapshot!(all_of(explored(bugs::kept_wake_up)), @"12");
}

#[test]
fn a_branch_is_cut_off_with_what_it_took() {
    let found = explored(|| async { assert_eq!(bugs::cut_branch().await, 6, "a number is lost") });
    let whole = explored(|| async { assert_eq!(bugs::whole_branch().await, 6) });

    assert_eq!(found.expect_err("it is found").outcome, Outcome::WrongAnswer);
    let whole = whole.map_err(|found| found.message).expect("nothing is wrong");
    assert_eq!((whole.schedules, whole.is_all), (3_200, false));
}

#[test]
fn a_schedule_is_the_same_each_time() {
    let stories = [(); 3].map(|()| {
        let found = explored(|| async { assert_eq!(bugs::cut_branch().await, 6) });
        story_of(found, Outcome::WrongAnswer)
    });

    assert_eq!(stories[0], stories[1]);
    assert_eq!(stories[1], stories[2]);
}
