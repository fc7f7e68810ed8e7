//! How many schedules the explorer runs in a second, and how soon a deadlock is told.
//!
//! `cargo bench --profile dev --package awaitlings-kit-tokio`: the profile is the one in which tests
//! run. `items` of the first figure are schedules.

extern crate kit_tokio as tokio;

use std::sync::Arc;

use divan::{Bencher, counter::ItemsCount};
use kit::{Budget, Outcome};
use tokio::{sync::Mutex, task::yield_now};

fn main() {
    divan::main();
}

fn test() -> kit::Test {
    kit::Test { name: "benches::explorer", file: file!() }
}

/// All schedules of three tasks that update a number under one lock.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn three_updates(bencher: Bencher<'_, '_>) {
    let all = || {
        let explored = kit::try_explore(test(), Budget { schedules: 10_000, seeds: 0 }, || async {
            assert_eq!(updated().await, 3);
        });
        explored.expect("the update is right")
    };
    let explored = all();
    assert!(explored.is_all);
    bencher.counter(ItemsCount::new(explored.schedules)).bench(all);
}

async fn updated() -> u64 {
    let count = Arc::new(Mutex::new(0));
    let tasks: Vec<_> = (0..3)
        .map(|_| {
            let count = Arc::clone(&count);
            tokio::spawn(async move {
                let mut count = count.lock().await;
                let before = *count;
                yield_now().await;
                *count = before + 1;
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic");
    }
    *count.lock().await
}

/// From the start of a test to the verdict that it is deadlocked, with the line it waits at.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn deadlock() {
    let ended = kit::try_run(test(), || async {
        let lock = Mutex::new(());
        let _held = lock.lock().await;
        let _never = lock.lock().await;
    });
    let found = ended.expect_err("it waits for ever");
    assert_eq!(found.outcome, Outcome::Deadlock);
    assert!(found.message.contains("it waits at "), "{}", found.message);
}

/// The same for a test whose schedules are explored, with everybody's lines.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn explored_deadlock() {
    let ended = kit::try_explore(test(), Budget { schedules: 1, seeds: 0 }, || async {
        let task = tokio::spawn(std::future::pending::<()>());
        task.await.expect("no panic");
    });
    let found = ended.expect_err("it waits for ever");
    assert_eq!(found.outcome, Outcome::Deadlock);
}
