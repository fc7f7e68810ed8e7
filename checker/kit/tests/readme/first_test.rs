//! The first test of the README.

use std::time::Duration;

use kit::{ms, timed};
use tokio::time::{sleep, timeout};

async fn ring_until_somebody_answers(patience: Duration) -> Option<&'static str> {
    let answer = async {
        sleep(ms(250)).await;
        "hello"
    };
    timeout(patience, answer).await.ok()
}

#[kit::test]
async fn patience_ends_on_time() {
    let (answer, took) = timed(ring_until_somebody_answers(ms(200))).await;

    assert_eq!((answer, took), (None, ms(200)));
}
