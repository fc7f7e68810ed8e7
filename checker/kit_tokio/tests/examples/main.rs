//! What the example prints, and that the kit's README shows the same.

#[path = "../../../kit/tests/examples/runner.rs"]
mod runner;

use runner::{output_of, outputs_in_the_readme};

#[test]
fn the_readme_shows_the_schedule_that_the_example_prints() {
    let printed = output_of("lost_update");

    let shown = outputs_in_the_readme();
    let schedules: Vec<_> =
        shown.iter().filter(|text| text.contains("this is the schedule")).collect();

    assert_eq!(schedules.len(), 1, "the README shows a schedule");
    assert!(printed.contains(schedules[0].trim_end()), "the example prints\n{printed}");
}

#[test]
fn lost_update() {
    insta::assert_snapshot!(output_of("lost_update"), @r#"
    in two locks: passes in the order that tokio takes

    in two locks, explored

    assertion `left == right` failed: an update is lost
      left: 1
     right: 2
    this is the schedule `011`, number 5 of those that were tried

      body    spawn task 1  lost_update.rs:30
              spawn task 2  lost_update.rs:30
              waits at task.await.expect("no task panics");  lost_update.rs:32
      task 2  is interrupted at let before = *count.lock().await;  lost_update.rs:15
      task 1  waits at let before = *count.lock().await;  lost_update.rs:15
      task 2  let before = *count.lock().await;  lost_update.rs:15
              waits at *count.lock().await = before + 1;  lost_update.rs:16
      task 1  let before = *count.lock().await;  lost_update.rs:15
              waits at *count.lock().await = before + 1;  lost_update.rs:16
      task 2  *count.lock().await = before + 1;  lost_update.rs:16
              ends
      task 1  *count.lock().await = before + 1;  lost_update.rs:16
              ends
      body    task.await.expect("no task panics");  lost_update.rs:32
              assert_eq!(*count.lock().await, 2, "an u..  lost_update.rs:34
              panics

    in one lock: passes in 40 orders, all there are
    "#);
}

#[test]
fn the_readme_shows_the_tasks_that_the_example_prints() {
    let printed = output_of("tasks");

    assert!(printed.contains("task 3, spawned at "), "{printed}");
    let shown = outputs_in_the_readme();
    assert!(
        shown.iter().any(|text| text.trim() == printed.trim()),
        "the example prints\n{printed}"
    );
}
