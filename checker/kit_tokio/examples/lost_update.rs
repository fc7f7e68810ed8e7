//! `explore`: the one order of the tasks in which an update is lost.
//!
//! `cargo run -p awaitlings-kit-tokio --example lost_update` shows what a test says about code that
//! passes on tokio's one order, and the number of orders in which the right code passes.

extern crate kit_tokio as tokio;

use std::sync::Arc;

use kit::Budget;
use tokio::sync::Mutex;

/// Reads under one lock and writes under another: between them, others may have their turn.
async fn add_in_two_locks(count: Arc<Mutex<u64>>) {
    let before = *count.lock().await;
    *count.lock().await = before + 1;
}

/// Reads and writes under one lock.
async fn add_in_one_lock(count: Arc<Mutex<u64>>) {
    *count.lock().await += 1;
}

/// The test. In a test file it is a `#[kit::explore] async fn`.
async fn no_update_is_lost<F>(add: fn(Arc<Mutex<u64>>) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let count = Arc::new(Mutex::new(0));
    let tasks = [tokio::spawn(add(Arc::clone(&count))), tokio::spawn(add(Arc::clone(&count)))];
    for task in tasks {
        task.await.expect("no task panics");
    }
    assert_eq!(*count.lock().await, 2, "an update is lost");
}

fn main() {
    let test = kit::Test { name: "no_update_is_lost", file: file!() };

    kit::try_run(test, || no_update_is_lost(add_in_two_locks)).expect("tokio's one order is kind");
    println!("in two locks: passes in the order that tokio takes\n");

    let budget = Budget { schedules: 1_000, seeds: 0 };
    let found = kit::try_explore(test, budget, || no_update_is_lost(add_in_two_locks));
    println!("in two locks, explored\n\n{}", found.expect_err("an update is lost"));

    let explored = kit::try_explore(test, budget, || no_update_is_lost(add_in_one_lock));
    let explored = explored.expect("it is right");
    let all = if explored.is_all { "all there are" } else { "and more are left" };
    println!("in one lock: passes in {} orders, {all}", explored.schedules);
}
