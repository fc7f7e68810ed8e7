//! # Permits: who holds one, and for how long
//!
//! A gate has two permits. One is taken and not named, one is held, a big request and a small one
//! wait in line, and at last a permit is forgotten. Read the program and write down what it marks,
//! line by line, before you run anything.
//!
//! - Read: `lessons/semaphore/README.md`
//! - Check: `cargo test -p semaphore permits` or `cargo checker run semaphore/permits`
//! - Hint: `cargo checker hint semaphore/permits`
//! - Toolbox: paper; the documentation of `tokio::sync::Semaphore` and its section on fairness
//! - Needs: patterns, when a value is dropped

use kit::Journal;
use tokio::{join, sync::Semaphore};

/// The lines that `program` marks, in order. Fill them in: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

/// The program. Each `journal.mark` is one line of its output.
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
