//! `nothing_happens`, solved: four lines.
//!
//! Calling `ring` twice makes two futures and runs nothing of them, so "two futures" comes first
//! and the 20 ms pass in silence. `later.await` starts the first bell only then: its own 10 ms come
//! after the 20, and 30 ms are over. The second bell is dropped without ever having been awaited:
//! not a line of it runs. In asyncio a coroutine waits for its `await` as well, while
//! `asyncio.create_task` starts it; Rust has the same difference between a future and a task.

use kit::{Journal, ms};
use tokio::time::{Instant, sleep};

/// The lines that `program` prints, in order: `&["the first line", "the second line"]`.
pub const PREDICTION: &[&str] = &["two futures", "first bell rings", "after 30 ms", "the end"];

/// The program. It is given; leave it as it is.
pub async fn program(journal: &Journal) {
    let start = Instant::now();
    let later = ring(journal, "first bell");
    let never = ring(journal, "second bell");
    journal.mark("two futures");
    sleep(ms(20)).await;
    later.await;
    journal.mark(format!("after {} ms", start.elapsed().as_millis()));
    drop(never);
    journal.mark("the end");
}

async fn ring(journal: &Journal, bell: &str) {
    sleep(ms(10)).await;
    journal.mark(format!("{bell} rings"));
}
