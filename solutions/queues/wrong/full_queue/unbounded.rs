//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: `put` on asyncio's default queue never waits: it has no limit.

use kit::{Journal, ms};
use tokio::{join, sync::mpsc, time::sleep};

pub const PREDICTION: &[&str] = &[
    "sent 1",
    "sent 2",
    "sent 3",
    "producer ends",
    "got 1",
    "got 2",
    "got 3",
    "consumer ends",
];

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
