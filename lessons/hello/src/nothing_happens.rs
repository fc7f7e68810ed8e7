//! # Lazy futures: nothing happens
//!
//! The program below makes two futures and awaits one of them. Read it, and write down what it
//! prints before you run it: each `mark` is one line. A wrong prediction costs nothing and shows
//! you the line at which the program and your picture of it part.
//!
//! - Read: `lessons/hello/README.md`, but predict first
//! - Check: `cargo test -p hello nothing_happens` or `cargo checker run hello/nothing_happens`
//! - Hint: `cargo checker hint hello/nothing_happens`
//! - Needs: functions

use kit::{Journal, ms};
use tokio::time::{Instant, sleep};

/// The lines that `program` prints, in order: `&["the first line", "the second line"]`.
pub const PREDICTION: &[&str] = &[];

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
