//! # Predict: who holds a permit?
//!
//! A gate has two permits. One is taken and not named, one is held, a big request and a small one
//! wait in line, and at last a permit is forgotten. Read the program and write down what it marks,
//! line by line, before you run anything.
//!
//! - Read: `lessons/semaphore/README.md`, but predict first
//! - Check: `cargo test -p semaphore permits` or `cargo checker run semaphore/permits`
//! - Hint: `cargo checker hint semaphore/permits`
//! - Toolbox: `tokio::sync::Semaphore`, `tokio::join!`
//! - Needs: patterns, when a value is dropped

use kit::Journal;
use tokio::{join, sync::Semaphore};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

/// Notes a line at each `mark`.
pub async fn program(journal: &Journal) {
    let gate = Semaphore::new(2);
    let _ = gate.acquire().await;
    journal.mark(format!("{} free", gate.available_permits()));
    let held = gate.acquire().await;
    let big = async {
        let _both = gate.acquire_many(2).await;
        journal.mark("big");
    };
    let small = async {
        let _one = gate.acquire().await;
        journal.mark("small");
    };
    join!(biased; big, small, async { drop(held) });
    gate.acquire().await.expect("the gate is never closed").forget();
    journal.mark(format!("{} free", gate.available_permits()));
}
