//! How many schedules the explorer runs in a second, and how soon a deadlock is told.
//!
//! `cargo run -p awaitlings-kit-tokio --example schedules_per_second`

extern crate kit_tokio as tokio;

use std::{sync::Arc, time::Instant};

use kit::Budget;
use tokio::{sync::Mutex, task::yield_now};

/// Rounds of which the median is told.
const ROUNDS: usize = 9;

fn main() {
    let mut tried = 0;
    let rate = median(|| {
        let begun = Instant::now();
        let explored = kit::try_explore(test(), Budget { schedules: 10_000, seeds: 0 }, || async {
            assert_eq!(three_updates().await, 3);
        });
        tried = explored.expect("the update is right").schedules;
        let tried = u32::try_from(tried).expect("there are few");
        f64::from(tried) / begun.elapsed().as_secs_f64()
    });
    println!("three tasks that update under one lock: {tried} schedules, {rate:.0} in a second");

    let deadlock = median(|| {
        let begun = Instant::now();
        let one = Budget { schedules: 1, seeds: 0 };
        let found = kit::try_explore(test(), one, || async {
            tokio::spawn(async {}).await.expect("no panic");
            std::future::pending::<()>().await;
        });
        assert_eq!(found.expect_err("it waits for ever").outcome, kit::Outcome::Deadlock);
        begun.elapsed().as_secs_f64() * 1_000.0
    });
    println!("a deadlock, from the start to the verdict with its place: {deadlock:.1} ms");
}

fn test() -> kit::Test {
    kit::Test { name: "examples::schedules_per_second", file: file!() }
}

async fn three_updates() -> u64 {
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

fn median(mut measured: impl FnMut() -> f64) -> f64 {
    let mut figures: Vec<f64> = (0..ROUNDS).map(|_| measured()).collect();
    figures.sort_by(f64::total_cmp);
    figures[ROUNDS / 2]
}
