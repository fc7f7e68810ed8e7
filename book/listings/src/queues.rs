//! Queues: who waits when it is full, and how it ends.

use futures::future::join_all;
use tokio::sync::{Mutex, mpsc};

use crate::harbors::Harbors;

/// Has `workers` workers ask the harbors in `names`, which wait in a queue of two, and gives what
/// each worker heard.
///
/// # Cancel safety
///
/// Dropping it drops the questions under way; no other one is asked.
// ANCHOR: patrol
pub async fn patrol(harbors: &Harbors, names: &[&str], workers: usize) -> Vec<Vec<u32>> {
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Mutex::new(receiver);
    let produce = async move {
        for name in names {
            sender.send(*name).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        let mut levels = Vec::new();
        loop {
            let next = receiver.lock().await.recv().await;
            let Some(name) = next else { return levels };
            levels.extend(harbors.level(name).await);
        }
    };
    let ((), levels) = tokio::join!(produce, join_all((0..workers).map(work)));
    levels
}
// ANCHOR_END: patrol

/// The same, but nobody drops the sender: it never ends.
///
/// # Cancel safety
///
/// As [`patrol`].
pub async fn endless(harbors: &Harbors, names: &[&str], workers: usize) -> Vec<Vec<u32>> {
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Mutex::new(receiver);
    // ANCHOR: endless
    let produce = async {
        for name in names {
            sender.send(*name).await.expect("the receiver is still there");
        }
    };
    // ANCHOR_END: endless
    let work = async |_worker| {
        let mut levels = Vec::new();
        loop {
            let next = receiver.lock().await.recv().await;
            let Some(name) = next else { return levels };
            levels.extend(harbors.level(name).await);
        }
    };
    let ((), levels) = tokio::join!(produce, join_all((0..workers).map(work)));
    levels
}

/// The same, but a worker keeps its turn while it asks: one works, the others wait.
///
/// # Cancel safety
///
/// As [`patrol`].
pub async fn one_at_a_time(harbors: &Harbors, names: &[&str], workers: usize) -> Vec<Vec<u32>> {
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Mutex::new(receiver);
    let produce = async move {
        for name in names {
            sender.send(*name).await.expect("the receiver is still there");
        }
    };
    let work = async |_worker| {
        let mut levels = Vec::new();
        // ANCHOR: held
        while let Some(name) = receiver.lock().await.recv().await {
            levels.extend(harbors.level(name).await);
        }
        // ANCHOR_END: held
        levels
    };
    let ((), levels) = tokio::join!(produce, join_all((0..workers).map(work)));
    levels
}
