//! `full_queue`, solved: `send` waits for room, not for the receiver.
//!
//! - The first number finds room: "sent 1" is noted although nobody has received anything.
//! - The second `send` waits until the consumer takes the first number out, at 10 ms. The consumer
//!   notes its line and sleeps; only then the producer is polled again.
//! - "producer ends" stands before "got 3": the last number waits in the queue, and its sender is
//!   gone.
//! - A queue whose senders are gone still gives what it holds, and `None` after that.

use kit::{Journal, ms};
use tokio::{join, sync::mpsc, time::sleep};

/// What `program` notes.
pub const PREDICTION: &[&str] =
    &["sent 1", "got 1", "sent 2", "got 2", "sent 3", "producer ends", "got 3", "consumer ends"];

/// Notes a line at each `mark`.
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
