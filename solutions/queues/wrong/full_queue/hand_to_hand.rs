//! Rejected by: step_1_your_prediction_matches_the_run
//! Outcome: wrong_answer
//! Why people write it: a `send` is thought to end when somebody has received.

use kit::{Journal, ms};
use tokio::{join, sync::mpsc, time::sleep};

pub const PREDICTION: &[&str] = &[
    "got 1",
    "sent 1",
    "got 2",
    "sent 2",
    "got 3",
    "sent 3",
    "producer ends",
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
