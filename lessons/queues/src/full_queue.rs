//! # Predict: a full queue
//!
//! A producer sends three numbers through a queue with room for one. The consumer comes 10 ms late
//! and needs 10 ms for each number. Read the program, do not run it, and write down the lines it
//! notes, from the first to the last.
//!
//! - Read: `lessons/queues/README.md`, but predict first
//! - Check: `cargo test -p queues full_queue` or `cargo checker run queues/full_queue`
//! - Hint: `cargo checker hint queues/full_queue`
//! - Toolbox: `tokio::sync::mpsc::channel`, `tokio::join!`
//! - Needs: `while let`, when a value is dropped

use kit::{Journal, ms};
use tokio::{join, sync::mpsc, time::sleep};

/// What `program` notes, one string a line: `&["first line", "second line"]`.
pub const PREDICTION: &[&str] = &[];

/// Notes a line at each `mark`. `join!` polls the producer first.
pub async fn program(journal: &Journal) {
    let (sender, mut receiver) = mpsc::channel(1);
    let producer = async move {
        for n in 1..=3 {
            sender.send(n).await.expect("the receiver is still there");
            journal.mark(format!("sent {n}"));
        }
        journal.mark("producer ends");
    };
    let consumer = async move {
        sleep(ms(10)).await;
        while let Some(n) = receiver.recv().await {
            journal.mark(format!("got {n}"));
            sleep(ms(10)).await;
        }
        journal.mark("consumer ends");
    };
    join!(biased; producer, consumer);
}
