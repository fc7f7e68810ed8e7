//! Runs the listings of the chapter on shutdown.

use kit::{ms, timed};
use listings::{harbors::Harbors, shutdown};
use tokio::{join, time::sleep};
use tokio_util::sync::CancellationToken;

use crate::record::Page;

const PAGE: Page = Page::of("shutdown");

const NAMES: [&str; 4] = ["bergen", "tromso", "oslo", "molde"];

#[kit::test]
async fn drained() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::patrol(&harbors, &NAMES, &stop, ms(1000)));
    let (patrol, ()) = join!(patrol, after(30, &stop));

    assert_eq!(patrol, ((2, 0), ms(100)), "two were asked before the stop, and both answered");
    PAGE.timeline("drained");
}

#[kit::test]
async fn limit() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::patrol(&harbors, &NAMES, &stop, ms(65)));
    let (patrol, ()) = join!(patrol, after(30, &stop));

    assert_eq!(patrol, ((1, 1), ms(95)), "the limit is 65 ms after the stop");
    PAGE.timeline("limit");
}

#[kit::test]
async fn dropped() {
    let harbors = Harbors::new();
    let stop = CancellationToken::new();

    let patrol = timed(shutdown::dropped(&harbors, &NAMES, &stop));
    let (((), took), ()) = join!(patrol, after(30, &stop));
    kit::settle().await;

    assert_eq!(took, ms(30), "it is over with the stop");
    PAGE.timeline("dropped");
}

async fn after(millis: u64, stop: &CancellationToken) {
    sleep(ms(millis)).await;
    stop.cancel();
}
