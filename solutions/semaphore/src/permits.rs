//! `permits`, solved: a permit is a value, and its name decides how long it lives.

use kit::Journal;
use tokio::{join, sync::Semaphore};

/// What `program` notes:
///
/// - `2 free`: `let _ = …` binds nothing, so the permit is dropped at the end of its own line.
///   Only a name, `_held` say, keeps it.
/// - `big`, `small`: waiters stand in line. One permit is free when the small request comes, but
///   the big one came before and has it set aside; otherwise small requests could starve it.
/// - `small` comes at all because `_both` is dropped at the end of its block.
/// - `1 free`: `forget` ends the value without giving the permit back; the gate is narrower now,
///   for good. What gives back is `drop`.
pub const PREDICTION: &[&str] = &["2 free", "big", "small", "1 free"];

/// The program.
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
